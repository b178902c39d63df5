namespace QemuDsl.Machines;

/// <summary>Width of the SMBIOS entry point.</summary>
[OptionEnum]
public enum SmbiosEntryPoint
{
    /// <summary>32 bits (SMBIOS 2.1).</summary>
    [Value("32")]
    Bits32,

    /// <summary>64 bits (SMBIOS 3.0).</summary>
    [Value("64")]
    Bits64,
}
