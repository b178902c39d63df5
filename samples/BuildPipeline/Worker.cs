using QemuDsl;
using QemuDsl.Cpus;
using QemuDsl.Machines;

namespace BuildPipeline;

/// <summary>A tiny Linux that a pipeline has its work done in.</summary>
[VmProfile<Pc>]
public sealed partial record Worker
{
    /// <summary>Kernel that is booted.</summary>
    public required string Kernel { get; init; }

    /// <summary>Its initial RAM disk.</summary>
    public required string Initrd { get; init; }

    /// <summary>Memory of the guest.</summary>
    public ByteSize Memory { get; init; } = 256.MiB();

    /// <summary>The CPU: everything TCG can do.</summary>
    public X86Cpu Cpu { get; init; } = new() { Model = X86CpuModel.Max };

    partial void Configure(ref QemuCommand<Pc> command) => command = command.WithMemory(Memory).WithTcg().WithKernel(Kernel, Initrd, "console=ttyS0 quiet");
}
