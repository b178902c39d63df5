namespace QemuDsl.Accelerators;

/// <summary>What happens when a guest blocks all events.</summary>
[OptionEnum]
public enum NotifyVmexit
{
    /// <summary>It goes on.</summary>
    Run,

    /// <summary>It ends with an error.</summary>
    InternalError,

    /// <summary>Nothing is told.</summary>
    Disable,
}
