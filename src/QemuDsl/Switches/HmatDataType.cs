namespace QemuDsl.Switches;

/// <summary>What is told about reaching memory.</summary>
[OptionEnum]
public enum HmatDataType
{
    /// <summary>Latency of any access.</summary>
    AccessLatency,

    /// <summary>Latency of reads.</summary>
    ReadLatency,

    /// <summary>Latency of writes.</summary>
    WriteLatency,

    /// <summary>Bandwidth of any access.</summary>
    AccessBandwidth,

    /// <summary>Bandwidth of reads.</summary>
    ReadBandwidth,

    /// <summary>Bandwidth of writes.</summary>
    WriteBandwidth,
}
