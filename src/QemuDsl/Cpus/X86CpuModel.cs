namespace QemuDsl.Cpus;

/// <summary>Models of x86-64 CPUs.</summary>
[OptionEnum]
public enum X86CpuModel
{
    /// <summary><c>486</c>.</summary>
    [Value("486")]
    Intel486,

    /// <summary><c>athlon</c>.</summary>
    Athlon,

    /// <summary><c>base</c>.</summary>
    Base,

    /// <summary><c>Broadwell</c>.</summary>
    [Value("Broadwell")]
    Broadwell,

    /// <summary><c>Broadwell-IBRS</c>.</summary>
    [Value("Broadwell-IBRS")]
    BroadwellIBRS,

    /// <summary><c>Broadwell-noTSX</c>.</summary>
    [Value("Broadwell-noTSX")]
    BroadwellNoTSX,

    /// <summary><c>Broadwell-noTSX-IBRS</c>.</summary>
    [Value("Broadwell-noTSX-IBRS")]
    BroadwellNoTSXIBRS,

    /// <summary><c>Cascadelake-Server</c>.</summary>
    [Value("Cascadelake-Server")]
    CascadelakeServer,

    /// <summary><c>Cascadelake-Server-noTSX</c>.</summary>
    [Value("Cascadelake-Server-noTSX")]
    CascadelakeServerNoTSX,

    /// <summary><c>ClearwaterForest</c>.</summary>
    [Value("ClearwaterForest")]
    ClearwaterForest,

    /// <summary><c>Conroe</c>.</summary>
    [Value("Conroe")]
    Conroe,

    /// <summary><c>Cooperlake</c>.</summary>
    [Value("Cooperlake")]
    Cooperlake,

    /// <summary><c>core2duo</c>.</summary>
    Core2duo,

    /// <summary><c>coreduo</c>.</summary>
    Coreduo,

    /// <summary><c>Denverton</c>.</summary>
    [Value("Denverton")]
    Denverton,

    /// <summary><c>Dhyana</c>.</summary>
    [Value("Dhyana")]
    Dhyana,

    /// <summary><c>EPYC</c>.</summary>
    [Value("EPYC")]
    EPYC,

    /// <summary><c>EPYC-Genoa</c>.</summary>
    [Value("EPYC-Genoa")]
    EPYCGenoa,

    /// <summary><c>EPYC-IBPB</c>.</summary>
    [Value("EPYC-IBPB")]
    EPYCIBPB,

    /// <summary><c>EPYC-Milan</c>.</summary>
    [Value("EPYC-Milan")]
    EPYCMilan,

    /// <summary><c>EPYC-Rome</c>.</summary>
    [Value("EPYC-Rome")]
    EPYCRome,

    /// <summary><c>GraniteRapids</c>.</summary>
    [Value("GraniteRapids")]
    GraniteRapids,

    /// <summary><c>Haswell</c>.</summary>
    [Value("Haswell")]
    Haswell,

    /// <summary><c>Haswell-IBRS</c>.</summary>
    [Value("Haswell-IBRS")]
    HaswellIBRS,

    /// <summary><c>Haswell-noTSX</c>.</summary>
    [Value("Haswell-noTSX")]
    HaswellNoTSX,

    /// <summary><c>Haswell-noTSX-IBRS</c>.</summary>
    [Value("Haswell-noTSX-IBRS")]
    HaswellNoTSXIBRS,

    /// <summary><c>host</c>. Under KVM: the host's own CPU.</summary>
    Host,

    /// <summary><c>Icelake-Server</c>.</summary>
    [Value("Icelake-Server")]
    IcelakeServer,

    /// <summary><c>Icelake-Server-noTSX</c>.</summary>
    [Value("Icelake-Server-noTSX")]
    IcelakeServerNoTSX,

    /// <summary><c>IvyBridge</c>.</summary>
    [Value("IvyBridge")]
    IvyBridge,

    /// <summary><c>IvyBridge-IBRS</c>.</summary>
    [Value("IvyBridge-IBRS")]
    IvyBridgeIBRS,

    /// <summary><c>KnightsMill</c>.</summary>
    [Value("KnightsMill")]
    KnightsMill,

    /// <summary><c>kvm32</c>.</summary>
    Kvm32,

    /// <summary><c>kvm64</c>.</summary>
    Kvm64,

    /// <summary><c>max</c>. Everything the accelerator can do.</summary>
    Max,

    /// <summary><c>n270</c>.</summary>
    N270,

    /// <summary><c>Nehalem</c>.</summary>
    [Value("Nehalem")]
    Nehalem,

    /// <summary><c>Nehalem-IBRS</c>.</summary>
    [Value("Nehalem-IBRS")]
    NehalemIBRS,

    /// <summary><c>Opteron_G1</c>.</summary>
    [Value("Opteron_G1")]
    Opteron_G1,

    /// <summary><c>Opteron_G2</c>.</summary>
    [Value("Opteron_G2")]
    Opteron_G2,

    /// <summary><c>Opteron_G3</c>.</summary>
    [Value("Opteron_G3")]
    Opteron_G3,

    /// <summary><c>Opteron_G4</c>.</summary>
    [Value("Opteron_G4")]
    Opteron_G4,

    /// <summary><c>Opteron_G5</c>.</summary>
    [Value("Opteron_G5")]
    Opteron_G5,

    /// <summary><c>Penryn</c>.</summary>
    [Value("Penryn")]
    Penryn,

    /// <summary><c>pentium</c>.</summary>
    Pentium,

    /// <summary><c>pentium2</c>.</summary>
    Pentium2,

    /// <summary><c>pentium3</c>.</summary>
    Pentium3,

    /// <summary><c>phenom</c>.</summary>
    Phenom,

    /// <summary><c>qemu32</c>.</summary>
    Qemu32,

    /// <summary><c>qemu64</c>.</summary>
    Qemu64,

    /// <summary><c>SandyBridge</c>.</summary>
    [Value("SandyBridge")]
    SandyBridge,

    /// <summary><c>SandyBridge-IBRS</c>.</summary>
    [Value("SandyBridge-IBRS")]
    SandyBridgeIBRS,

    /// <summary><c>SapphireRapids</c>.</summary>
    [Value("SapphireRapids")]
    SapphireRapids,

    /// <summary><c>SierraForest</c>.</summary>
    [Value("SierraForest")]
    SierraForest,

    /// <summary><c>Skylake-Client</c>.</summary>
    [Value("Skylake-Client")]
    SkylakeClient,

    /// <summary><c>Skylake-Client-IBRS</c>.</summary>
    [Value("Skylake-Client-IBRS")]
    SkylakeClientIBRS,

    /// <summary><c>Skylake-Client-noTSX-IBRS</c>.</summary>
    [Value("Skylake-Client-noTSX-IBRS")]
    SkylakeClientNoTSXIBRS,

    /// <summary><c>Skylake-Server</c>.</summary>
    [Value("Skylake-Server")]
    SkylakeServer,

    /// <summary><c>Skylake-Server-IBRS</c>.</summary>
    [Value("Skylake-Server-IBRS")]
    SkylakeServerIBRS,

    /// <summary><c>Skylake-Server-noTSX-IBRS</c>.</summary>
    [Value("Skylake-Server-noTSX-IBRS")]
    SkylakeServerNoTSXIBRS,

    /// <summary><c>Snowridge</c>.</summary>
    [Value("Snowridge")]
    Snowridge,

    /// <summary><c>Westmere</c>.</summary>
    [Value("Westmere")]
    Westmere,

    /// <summary><c>Westmere-IBRS</c>.</summary>
    [Value("Westmere-IBRS")]
    WestmereIBRS,

    /// <summary><c>YongFeng</c>.</summary>
    [Value("YongFeng")]
    YongFeng,
}
