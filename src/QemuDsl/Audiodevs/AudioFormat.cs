namespace QemuDsl.Audiodevs;

/// <summary>Format of an audio sample.</summary>
[OptionEnum]
public enum AudioFormat
{
    /// <summary>8 bits, unsigned.</summary>
    U8,

    /// <summary>8 bits, signed.</summary>
    S8,

    /// <summary>16 bits, unsigned.</summary>
    U16,

    /// <summary>16 bits, signed.</summary>
    S16,

    /// <summary>32 bits, unsigned.</summary>
    U32,

    /// <summary>32 bits, signed.</summary>
    S32,

    /// <summary>32 bits, floating point.</summary>
    F32,
}
