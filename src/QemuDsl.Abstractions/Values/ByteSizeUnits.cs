namespace QemuDsl;

/// <summary>Sizes as they are spoken: <c>4.GiB()</c>.</summary>
public static class ByteSizeUnits
{
    /// <summary>Units of 1024 bytes.</summary>
    public static ByteSize KiB(this int count) => new((long)count << 10);

    /// <summary>Units of 1024² bytes.</summary>
    public static ByteSize MiB(this int count) => new((long)count << 20);

    /// <summary>Units of 1024³ bytes.</summary>
    public static ByteSize GiB(this int count) => new((long)count << 30);

    /// <summary>Units of 1024⁴ bytes.</summary>
    public static ByteSize TiB(this int count) => new((long)count << 40);
}
