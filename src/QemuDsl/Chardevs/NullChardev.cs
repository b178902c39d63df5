namespace QemuDsl.Chardevs;

/// <summary>Nothing (<c>-chardev null</c>).</summary>
[Chardev("null")]
public sealed partial record NullChardev : CharacterDevice;
