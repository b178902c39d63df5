namespace QemuDsl.Machines;

/// <summary>Formats of the SMBIOS entry point.</summary>
[OptionEnum]
public enum SmbiosEntryPoint
{
    /// <summary>32 bits.</summary>
    [Value("32")]
    Bits32,

    /// <summary>64 bits.</summary>
    [Value("64")]
    Bits64,
}
