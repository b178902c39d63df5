using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>What a workload takes in the guest.</summary>
internal sealed record WorkloadSetup
{
    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The directory it starts in.</summary>
    public string Directory { get; init; } = "/";

    /// <summary>Whether it cannot work without huge pages.</summary>
    public bool NeedsHugePages { get; init; }

    /// <summary>Files it reads; below a directory that is mounted as memory.</summary>
    public IReadOnlyList<GuestFile> Files { get; init; } = [];

    /// <summary>Drivers it needs, by the names of their modules.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>PCI devices that get another driver.</summary>
    public IReadOnlyList<(PciBdf Device, string Driver)> Drivers { get; init; } = [];

    /// <summary>Addresses that interfaces get, which the guest's kernel drives.</summary>
    public IReadOnlyList<(PciBdf Device, InterfaceAddress Address)> Addresses { get; init; } = [];

    /// <summary>Whether the console is its input, which never ends; else it has none.</summary>
    public bool HasInput { get; init; }

    /// <summary>When it is at work; when it was started, if null.</summary>
    public BootWait? Ready { get; init; }
}
