namespace QemuDsl.Chardevs;

/// <summary>A ring in memory that QMP reads (<c>-chardev ringbuf</c>).</summary>
[Chardev("ringbuf")]
public sealed partial record RingbufChardev : LoggedChardev
{
    /// <summary>Its size in bytes (<c>size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? Size { get; init; }
}
