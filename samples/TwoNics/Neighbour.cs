using QemuDsl;
using QemuDsl.Cpus;
using QemuDsl.Devices;
using QemuDsl.Machines;
using QemuDsl.Netdevs;

namespace TwoNics;

/// <summary>A tiny Linux with two network cards: one for the outside, one for a cable to its neighbour.</summary>
[VmProfile<Pc>(ReadySerial = "tiny-linux ready")]
public sealed partial record Neighbour
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Kernel that is booted.</summary>
    public required string Kernel { get; init; }

    /// <summary>Its initial RAM disk.</summary>
    public required string Initrd { get; init; }

    /// <summary>The CPU: everything TCG can do.</summary>
    public X86Cpu Cpu { get; init; } = new() { Model = X86CpuModel.Max };

    /// <summary>The first card, <c>eth0</c> of the guest: DHCP and nothing beyond.</summary>
    public VirtioNetPci Uplink { get; init; } = new() { Netdev = new UserNetdev { Restrict = true } };

    /// <summary>The second card, <c>eth1</c> of the guest: the cable.</summary>
    public required VirtioNetPci Link { get; init; }

    partial void Configure(ref QemuCommand<Pc> command) =>
        command = command.WithName(Name).WithMemory(256.MiB()).WithTcg().WithKernel(Kernel, Initrd, "console=ttyS0 quiet");
}
