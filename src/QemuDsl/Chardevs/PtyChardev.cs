namespace QemuDsl.Chardevs;

/// <summary>A pseudo terminal; QEMU prints its name (<c>-chardev pty</c>).</summary>
[Chardev("pty")]
public sealed partial record PtyChardev : LoggedChardev
{
    /// <summary>Symbolic link to make to the terminal (<c>path</c>).</summary>
    [Since("9.2")]
    public string? Path { get; init; }
}
