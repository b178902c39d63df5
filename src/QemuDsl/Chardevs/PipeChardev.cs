namespace QemuDsl.Chardevs;

/// <summary>A pair of named pipes (<c>-chardev pipe</c>).</summary>
/// <remarks>The pipes exist before QEMU starts (<c>mkfifo</c>).</remarks>
[Chardev("pipe")]
public sealed partial record PipeChardev : LoggedChardev
{
    /// <summary>What their names begin with: <c>PATH.in</c> and <c>PATH.out</c>, or one pipe for both ways (<c>path</c>).</summary>
    public required string Path { get; init; }
}
