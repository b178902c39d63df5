using QemuDsl;
using QemuDsl.Cpus;
using QemuDsl.Devices;
using QemuDsl.Machines;
using QemuDsl.Netdevs;

namespace HelloVm;

/// <summary>A tiny Linux with a network card and a source of random numbers.</summary>
[VmProfile<Pc>(ReadySerial = "tiny-linux ready")]
public sealed partial record HelloVm
{
    /// <summary>Kernel that is booted.</summary>
    public required string Kernel { get; init; }

    /// <summary>Its initial RAM disk.</summary>
    public required string Initrd { get; init; }

    /// <summary>Memory of the guest.</summary>
    public ByteSize Memory { get; init; } = 256.MiB();

    /// <summary>The CPU: everything TCG can do.</summary>
    public X86Cpu Cpu { get; init; } = new() { Model = X86CpuModel.Max };

    /// <summary>The network card.</summary>
    public VirtioNetPci Uplink { get; init; } = new() { Netdev = new UserNetdev { Restrict = true } };

    /// <summary>A source of random numbers, so that nothing in the guest waits for one.</summary>
    public VirtioRngPci Random { get; init; } = new();

    partial void Configure(ref QemuCommand<Pc> command) =>
        command = command.WithName("hello").WithMemory(Memory).WithTcg().WithKernel(Kernel, Initrd, "console=ttyS0 quiet");
}
