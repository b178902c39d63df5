namespace QemuDsl.Switches;

/// <summary>A file that holds QEMU's process id (<c>-pidfile</c>).</summary>
[Switch("-pidfile")]
public sealed partial record Pidfile
{
    /// <summary>The file.</summary>
    [Verbatim]
    public required string Path { get; init; }
}
