namespace QemuDsl.Nfv;

/// <summary>A network function: a <see cref="KernelVm"/> with interfaces, two as a rule, and a workload between them.</summary>
public sealed record VnfVm : KernelVm
{
    /// <summary>Its interfaces.</summary>
    public required OptionList<VnfInterface> Interfaces { get; init; }

    internal override IReadOnlyList<VnfInterface> AllInterfaces => Interfaces;

    internal override KernelVm With(OptionList<VnfInterface> interfaces) => this with { Interfaces = interfaces };

    internal override void Check()
    {
        base.Check();
        SharedMemory.Require(MemoryBackend, Interfaces);
    }
}
