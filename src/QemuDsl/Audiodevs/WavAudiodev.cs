namespace QemuDsl.Audiodevs;

/// <summary>A WAV file of what the guest plays (<c>-audiodev wav</c>).</summary>
[Audiodev("wav")]
public sealed partial record WavAudiodev : CommonAudiodev
{
    /// <summary>The file; <c>qemu.wav</c> when unset (<c>path</c>).</summary>
    public string? Path { get; init; }
}
