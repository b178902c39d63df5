namespace QemuDsl.Accelerators;

/// <summary>Threads of TCG.</summary>
[OptionEnum]
public enum TcgThread
{
    /// <summary>One for all virtual CPUs.</summary>
    Single,

    /// <summary>One for each.</summary>
    Multi,
}
