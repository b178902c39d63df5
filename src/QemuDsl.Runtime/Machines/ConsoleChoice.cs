namespace QemuDsl.Runtime;

/// <summary>Where a guest's first serial port goes.</summary>
internal enum ConsoleChoice
{
    /// <summary>The command leaves it free: the runtime connects it to a socket of its own.</summary>
    Added,

    /// <summary>QEMU's standard output, as with <c>-nographic</c>.</summary>
    StandardOutput,

    /// <summary>Somewhere the runtime does not see, or nowhere.</summary>
    Elsewhere,
}
