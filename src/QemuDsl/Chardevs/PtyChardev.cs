namespace QemuDsl.Chardevs;

/// <summary>A pseudo terminal (<c>-chardev pty</c>).</summary>
[Chardev("pty")]
public sealed partial record PtyChardev : CharacterDevice;
