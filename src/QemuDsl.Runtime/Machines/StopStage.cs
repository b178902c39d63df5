namespace QemuDsl.Runtime;

/// <summary>The stage that ended a VM.</summary>
public enum StopStage
{
    /// <summary>It had ended before.</summary>
    AlreadyEnded,

    /// <summary>The guest powered off.</summary>
    Powerdown,

    /// <summary>QEMU followed <c>quit</c>.</summary>
    Quit,

    /// <summary>QEMU followed SIGTERM, or was killed by SIGKILL half a second later.</summary>
    Signals,

    /// <summary>Even the supervisor had to be killed.</summary>
    Killed,
}
