namespace QemuDsl.Audiodevs;

/// <summary>No sound (<c>-audiodev none</c>).</summary>
[Audiodev("none")]
public sealed partial record NoneAudiodev : AudioBackend;
