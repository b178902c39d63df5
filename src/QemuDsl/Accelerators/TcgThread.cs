namespace QemuDsl.Accelerators;

/// <summary>Threads of the translator.</summary>
[OptionEnum]
public enum TcgThread
{
    /// <summary>One for all CPUs.</summary>
    Single,

    /// <summary>One for each CPU.</summary>
    Multi,
}
