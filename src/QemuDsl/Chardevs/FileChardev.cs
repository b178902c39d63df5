namespace QemuDsl.Chardevs;

/// <summary>A file (<c>-chardev file</c>).</summary>
[Chardev("file")]
public sealed partial record FileChardev : CharacterDevice
{
    /// <summary>The file (<c>path</c>).</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is appended to (<c>append</c>).</summary>
    public bool? Append { get; init; }
}
