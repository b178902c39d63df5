namespace QemuDsl.Chardevs;

/// <summary>Memory of fixed size, read by QMP (<c>-chardev ringbuf</c>).</summary>
[Chardev("ringbuf")]
public sealed partial record RingbufChardev : CharacterDevice
{
    /// <summary>Its size (<c>size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? Size { get; init; }
}
