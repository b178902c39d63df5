namespace QemuDsl.Switches;

/// <summary>A file that QEMU writes its process number to (<c>-pidfile</c>).</summary>
[Switch("-pidfile")]
public sealed partial record PidFile
{
    /// <summary>The file (<c>path</c>).</summary>
    [Verbatim]
    public required string Path { get; init; }
}
