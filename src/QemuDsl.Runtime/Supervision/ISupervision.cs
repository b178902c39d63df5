namespace QemuDsl.Runtime;

/// <summary>What stands between a VM and its QEMU.</summary>
internal interface ISupervision : IAsyncDisposable
{
    /// <summary>Which process QEMU is; fails when it never started.</summary>
    Task<QemuIdentity> Qemu { get; }

    /// <summary>How QEMU ended, or that nobody here looks after it any more. Never fails.</summary>
    Task<VmExit> Ended { get; }

    /// <summary>What there is to report beside.</summary>
    string? Trouble { get; }

    /// <summary>Whether QEMU and the run directory go when this is disposed.</summary>
    bool IsOwner { get; }

    /// <summary>Whether the run directory is gone, or is not ours to remove.</summary>
    bool HasCleanedUp { get; }

    /// <summary>Commands for QEMU.</summary>
    Stream QmpInput { get; }

    /// <summary>Answers and events of QEMU.</summary>
    Stream QmpOutput { get; }

    /// <summary>The end of what QEMU wrote to stderr.</summary>
    string Stderr { get; }

    /// <summary>Ends QEMU: TERM, half a second, KILL; and the run directory goes.</summary>
    Task EndLeaseAsync();

    /// <summary>Kills the supervisor; QEMU goes with it.</summary>
    void Kill();
}
