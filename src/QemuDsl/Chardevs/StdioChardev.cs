namespace QemuDsl.Chardevs;

/// <summary>QEMU's own input and output (<c>-chardev stdio</c>).</summary>
[Chardev("stdio")]
public sealed partial record StdioChardev : CharacterDevice
{
    /// <summary>Whether Ctrl-C ends QEMU (<c>signal</c>).</summary>
    public bool? Signal { get; init; }
}
