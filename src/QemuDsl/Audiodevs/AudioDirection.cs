namespace QemuDsl.Audiodevs;

/// <summary>Recording or playing of an audio back end (<c>in.…</c>, <c>out.…</c>).</summary>
[OptionPart]
public sealed partial record AudioDirection
{
    /// <summary>Whether QEMU mixes and converts (<c>mixing-engine</c>).</summary>
    public bool? MixingEngine { get; init; }

    /// <summary>Whether the host always gets the same format (<c>fixed-settings</c>).</summary>
    public bool? FixedSettings { get; init; }

    /// <summary>Samples per second (<c>frequency</c>).</summary>
    [AtLeast(1)]
    public int? Frequency { get; init; }

    /// <summary>Number of channels (<c>channels</c>).</summary>
    [AtLeast(1)]
    public int? Channels { get; init; }

    /// <summary>Number of voices (<c>voices</c>).</summary>
    [AtLeast(0)]
    public int? Voices { get; init; }

    /// <summary>Format of a sample (<c>format</c>).</summary>
    public AudioFormat? Format { get; init; }

    /// <summary>Length of the buffer in microseconds (<c>buffer-length</c>).</summary>
    [AtLeast(1)]
    public long? BufferLength { get; init; }
}
