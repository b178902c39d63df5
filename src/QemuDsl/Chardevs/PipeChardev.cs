namespace QemuDsl.Chardevs;

/// <summary>A pair of FIFOs, PATH.in and PATH.out (<c>-chardev pipe</c>).</summary>
[Chardev("pipe")]
public sealed partial record PipeChardev : CharacterDevice
{
    /// <summary>The path without its ending (<c>path</c>).</summary>
    public required string Path { get; init; }
}
