namespace QemuDsl.Nfv;

/// <summary>How much VPP logs; each level has those before it.</summary>
[OptionEnum]
public enum VppLogLevel
{
    /// <summary>VPP is unusable.</summary>
    [Value("emerg")]
    Emergency,

    /// <summary>Somebody has to act at once.</summary>
    Alert,

    /// <summary>Critical conditions.</summary>
    [Value("crit")]
    Critical,

    /// <summary>Errors.</summary>
    [Value("error")]
    Error,

    /// <summary>Warnings.</summary>
    [Value("warn")]
    Warning,

    /// <summary>What is normal but worth a look.</summary>
    Notice,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>What only its authors want to know.</summary>
    Debug,

    /// <summary>Nothing.</summary>
    Disabled,
}
