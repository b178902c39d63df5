namespace QemuDsl.Runtime;

/// <summary>Where a guest's first serial port goes.</summary>
internal enum ConsoleChoice
{
    /// <summary>The command says nothing: the runtime adds a port with a socket of its own.</summary>
    Added,

    /// <summary>QEMU's standard output, as with <c>-nographic</c>.</summary>
    StandardOutput,

    /// <summary>Somewhere the runtime does not see.</summary>
    Elsewhere,
}
