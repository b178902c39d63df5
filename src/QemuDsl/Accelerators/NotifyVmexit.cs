namespace QemuDsl.Accelerators;

/// <summary>What happens when a guest keeps the CPU from taking events.</summary>
[OptionEnum]
public enum NotifyVmexit
{
    /// <summary>It is noted and goes on.</summary>
    Run,

    /// <summary>The guest stops.</summary>
    InternalError,

    /// <summary>It is not noticed.</summary>
    Disable,
}
