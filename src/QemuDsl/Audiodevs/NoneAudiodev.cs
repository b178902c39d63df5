namespace QemuDsl.Audiodevs;

/// <summary>Silence (<c>-audiodev none</c>).</summary>
[Audiodev("none")]
public sealed partial record NoneAudiodev : CommonAudiodev;
