namespace QemuDsl.Audiodevs;

/// <summary>Sound into a file (<c>-audiodev wav</c>).</summary>
[Audiodev("wav")]
public sealed partial record WavAudiodev : AudioBackend
{
    /// <summary>The file (<c>path</c>).</summary>
    public string? Path { get; init; }
}
