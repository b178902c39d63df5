namespace QemuDsl.Chardevs;

/// <summary>Takes everything and gives nothing (<c>-chardev null</c>).</summary>
[Chardev("null")]
public sealed partial record NullChardev : LoggedChardev;
