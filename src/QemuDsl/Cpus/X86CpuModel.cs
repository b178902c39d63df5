namespace QemuDsl.Cpus;

/// <summary>CPU models of x86-64 QEMU.</summary>
/// <remarks>Models without a version stand for one that may change with the machine type; <c>-v1</c> and on stay as they are.</remarks>
[OptionEnum]
public enum X86CpuModel
{
    /// <summary>Intel 486; <c>486-v1</c> at present.</summary>
    [Value("486")] I486,
    /// <summary>Intel 486, version 1.</summary>
    [Value("486-v1")] I486V1,
    /// <summary>AMD Athlon; <c>athlon-v1</c> at present.</summary>
    Athlon,
    /// <summary>AMD Athlon, version 1.</summary>
    AthlonV1,
    /// <summary>No features at all, to be added one by one.</summary>
    Base,
    /// <summary>Intel Broadwell; <c>Broadwell-v1</c> at present.</summary>
    [Value("Broadwell")] Broadwell,
    /// <summary>Intel Broadwell, version 1.</summary>
    [Value("Broadwell-v1")] BroadwellV1,
    /// <summary>Intel Broadwell, version 2.</summary>
    [Value("Broadwell-v2")] BroadwellV2,
    /// <summary>Intel Broadwell, version 3.</summary>
    [Value("Broadwell-v3")] BroadwellV3,
    /// <summary>Intel Broadwell, version 4.</summary>
    [Value("Broadwell-v4")] BroadwellV4,
    /// <summary>Intel Broadwell-IBRS; <c>Broadwell-v3</c> at present.</summary>
    [Value("Broadwell-IBRS")] BroadwellIbrs,
    /// <summary>Intel Broadwell-noTSX; <c>Broadwell-v2</c> at present.</summary>
    [Value("Broadwell-noTSX")] BroadwellNoTsx,
    /// <summary>Intel Broadwell-noTSX-IBRS; <c>Broadwell-v4</c> at present.</summary>
    [Value("Broadwell-noTSX-IBRS")] BroadwellNoTsxIbrs,
    /// <summary>Intel Cascadelake-Server; <c>Cascadelake-Server-v1</c> at present.</summary>
    [Value("Cascadelake-Server")] CascadelakeServer,
    /// <summary>Intel Cascadelake-Server, version 1.</summary>
    [Value("Cascadelake-Server-v1")] CascadelakeServerV1,
    /// <summary>Intel Cascadelake-Server, version 2.</summary>
    [Value("Cascadelake-Server-v2")] CascadelakeServerV2,
    /// <summary>Intel Cascadelake-Server, version 3.</summary>
    [Value("Cascadelake-Server-v3")] CascadelakeServerV3,
    /// <summary>Intel Cascadelake-Server, version 4.</summary>
    [Value("Cascadelake-Server-v4")] CascadelakeServerV4,
    /// <summary>Intel Cascadelake-Server, version 5.</summary>
    [Value("Cascadelake-Server-v5")] CascadelakeServerV5,
    /// <summary>Intel Cascadelake-Server-noTSX; <c>Cascadelake-Server-v3</c> at present.</summary>
    [Value("Cascadelake-Server-noTSX")] CascadelakeServerNoTsx,
    /// <summary>Intel ClearwaterForest; <c>ClearwaterForest-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("ClearwaterForest")] ClearwaterForest,
    /// <summary>Intel ClearwaterForest, version 1. Newer than QEMU 7.2.</summary>
    [Value("ClearwaterForest-v1")] ClearwaterForestV1,
    /// <summary>Intel Conroe; <c>Conroe-v1</c> at present.</summary>
    [Value("Conroe")] Conroe,
    /// <summary>Intel Conroe, version 1.</summary>
    [Value("Conroe-v1")] ConroeV1,
    /// <summary>Intel Cooperlake; <c>Cooperlake-v1</c> at present.</summary>
    [Value("Cooperlake")] Cooperlake,
    /// <summary>Intel Cooperlake, version 1.</summary>
    [Value("Cooperlake-v1")] CooperlakeV1,
    /// <summary>Intel Cooperlake, version 2.</summary>
    [Value("Cooperlake-v2")] CooperlakeV2,
    /// <summary>Intel Core2duo; <c>core2duo-v1</c> at present.</summary>
    Core2duo,
    /// <summary>Intel Core2duo, version 1.</summary>
    Core2duoV1,
    /// <summary>Intel Coreduo; <c>coreduo-v1</c> at present.</summary>
    Coreduo,
    /// <summary>Intel Coreduo, version 1.</summary>
    CoreduoV1,
    /// <summary>Intel Denverton; <c>Denverton-v1</c> at present.</summary>
    [Value("Denverton")] Denverton,
    /// <summary>Intel Denverton, version 1.</summary>
    [Value("Denverton-v1")] DenvertonV1,
    /// <summary>Intel Denverton, version 2.</summary>
    [Value("Denverton-v2")] DenvertonV2,
    /// <summary>Intel Denverton, version 3.</summary>
    [Value("Denverton-v3")] DenvertonV3,
    /// <summary>Hygon Dhyana; <c>Dhyana-v1</c> at present.</summary>
    [Value("Dhyana")] Dhyana,
    /// <summary>Hygon Dhyana, version 1.</summary>
    [Value("Dhyana-v1")] DhyanaV1,
    /// <summary>Hygon Dhyana, version 2.</summary>
    [Value("Dhyana-v2")] DhyanaV2,
    /// <summary>AMD EPYC; <c>EPYC-v1</c> at present.</summary>
    [Value("EPYC")] Epyc,
    /// <summary>AMD EPYC, version 1.</summary>
    [Value("EPYC-v1")] EpycV1,
    /// <summary>AMD EPYC, version 2.</summary>
    [Value("EPYC-v2")] EpycV2,
    /// <summary>AMD EPYC, version 3.</summary>
    [Value("EPYC-v3")] EpycV3,
    /// <summary>AMD EPYC, version 4. Newer than QEMU 7.2.</summary>
    [Value("EPYC-v4")] EpycV4,
    /// <summary>AMD EPYC-Genoa; <c>EPYC-Genoa-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("EPYC-Genoa")] EpycGenoa,
    /// <summary>AMD EPYC-Genoa, version 1. Newer than QEMU 7.2.</summary>
    [Value("EPYC-Genoa-v1")] EpycGenoaV1,
    /// <summary>AMD EPYC-IBPB; <c>EPYC-v2</c> at present.</summary>
    [Value("EPYC-IBPB")] EpycIbpb,
    /// <summary>AMD EPYC-Milan; <c>EPYC-Milan-v1</c> at present.</summary>
    [Value("EPYC-Milan")] EpycMilan,
    /// <summary>AMD EPYC-Milan, version 1.</summary>
    [Value("EPYC-Milan-v1")] EpycMilanV1,
    /// <summary>AMD EPYC-Milan, version 2. Newer than QEMU 7.2.</summary>
    [Value("EPYC-Milan-v2")] EpycMilanV2,
    /// <summary>AMD EPYC-Rome; <c>EPYC-Rome-v1</c> at present.</summary>
    [Value("EPYC-Rome")] EpycRome,
    /// <summary>AMD EPYC-Rome, version 1.</summary>
    [Value("EPYC-Rome-v1")] EpycRomeV1,
    /// <summary>AMD EPYC-Rome, version 2.</summary>
    [Value("EPYC-Rome-v2")] EpycRomeV2,
    /// <summary>AMD EPYC-Rome, version 3. Newer than QEMU 7.2.</summary>
    [Value("EPYC-Rome-v3")] EpycRomeV3,
    /// <summary>AMD EPYC-Rome, version 4. Newer than QEMU 7.2.</summary>
    [Value("EPYC-Rome-v4")] EpycRomeV4,
    /// <summary>Intel GraniteRapids; <c>GraniteRapids-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("GraniteRapids")] GraniteRapids,
    /// <summary>Intel GraniteRapids, version 1. Newer than QEMU 7.2.</summary>
    [Value("GraniteRapids-v1")] GraniteRapidsV1,
    /// <summary>Intel GraniteRapids, version 2. Newer than QEMU 7.2.</summary>
    [Value("GraniteRapids-v2")] GraniteRapidsV2,
    /// <summary>Intel Haswell; <c>Haswell-v1</c> at present.</summary>
    [Value("Haswell")] Haswell,
    /// <summary>Intel Haswell, version 1.</summary>
    [Value("Haswell-v1")] HaswellV1,
    /// <summary>Intel Haswell, version 2.</summary>
    [Value("Haswell-v2")] HaswellV2,
    /// <summary>Intel Haswell, version 3.</summary>
    [Value("Haswell-v3")] HaswellV3,
    /// <summary>Intel Haswell, version 4.</summary>
    [Value("Haswell-v4")] HaswellV4,
    /// <summary>Intel Haswell-IBRS; <c>Haswell-v3</c> at present.</summary>
    [Value("Haswell-IBRS")] HaswellIbrs,
    /// <summary>Intel Haswell-noTSX; <c>Haswell-v2</c> at present.</summary>
    [Value("Haswell-noTSX")] HaswellNoTsx,
    /// <summary>Intel Haswell-noTSX-IBRS; <c>Haswell-v4</c> at present.</summary>
    [Value("Haswell-noTSX-IBRS")] HaswellNoTsxIbrs,
    /// <summary>The CPU of the host; KVM only.</summary>
    Host,
    /// <summary>Intel Icelake-Server; <c>Icelake-Server-v1</c> at present.</summary>
    [Value("Icelake-Server")] IcelakeServer,
    /// <summary>Intel Icelake-Server, version 1.</summary>
    [Value("Icelake-Server-v1")] IcelakeServerV1,
    /// <summary>Intel Icelake-Server, version 2.</summary>
    [Value("Icelake-Server-v2")] IcelakeServerV2,
    /// <summary>Intel Icelake-Server, version 3.</summary>
    [Value("Icelake-Server-v3")] IcelakeServerV3,
    /// <summary>Intel Icelake-Server, version 4.</summary>
    [Value("Icelake-Server-v4")] IcelakeServerV4,
    /// <summary>Intel Icelake-Server, version 5.</summary>
    [Value("Icelake-Server-v5")] IcelakeServerV5,
    /// <summary>Intel Icelake-Server, version 6.</summary>
    [Value("Icelake-Server-v6")] IcelakeServerV6,
    /// <summary>Intel Icelake-Server, version 7. Newer than QEMU 7.2.</summary>
    [Value("Icelake-Server-v7")] IcelakeServerV7,
    /// <summary>Intel Icelake-Server-noTSX; <c>Icelake-Server-v2</c> at present.</summary>
    [Value("Icelake-Server-noTSX")] IcelakeServerNoTsx,
    /// <summary>Intel IvyBridge; <c>IvyBridge-v1</c> at present.</summary>
    [Value("IvyBridge")] IvyBridge,
    /// <summary>Intel IvyBridge, version 1.</summary>
    [Value("IvyBridge-v1")] IvyBridgeV1,
    /// <summary>Intel IvyBridge, version 2.</summary>
    [Value("IvyBridge-v2")] IvyBridgeV2,
    /// <summary>Intel IvyBridge-IBRS; <c>IvyBridge-v2</c> at present.</summary>
    [Value("IvyBridge-IBRS")] IvyBridgeIbrs,
    /// <summary>Intel KnightsMill; <c>KnightsMill-v1</c> at present.</summary>
    [Value("KnightsMill")] KnightsMill,
    /// <summary>Intel KnightsMill, version 1.</summary>
    [Value("KnightsMill-v1")] KnightsMillV1,
    /// <summary>A 32-bit CPU common to all KVM hosts.</summary>
    Kvm32,
    /// <summary>A 32-bit CPU common to all KVM hosts, version 1.</summary>
    Kvm32V1,
    /// <summary>A 64-bit CPU common to all KVM hosts.</summary>
    Kvm64,
    /// <summary>A 64-bit CPU common to all KVM hosts, version 1.</summary>
    Kvm64V1,
    /// <summary>Every feature the accelerator has.</summary>
    Max,
    /// <summary>Intel N270; <c>n270-v1</c> at present.</summary>
    N270,
    /// <summary>Intel N270, version 1.</summary>
    N270V1,
    /// <summary>Intel Nehalem; <c>Nehalem-v1</c> at present.</summary>
    [Value("Nehalem")] Nehalem,
    /// <summary>Intel Nehalem, version 1.</summary>
    [Value("Nehalem-v1")] NehalemV1,
    /// <summary>Intel Nehalem, version 2.</summary>
    [Value("Nehalem-v2")] NehalemV2,
    /// <summary>Intel Nehalem-IBRS; <c>Nehalem-v2</c> at present.</summary>
    [Value("Nehalem-IBRS")] NehalemIbrs,
    /// <summary>AMD Opteron_G1; <c>Opteron_G1-v1</c> at present.</summary>
    [Value("Opteron_G1")] OpteronG1,
    /// <summary>AMD Opteron_G1, version 1.</summary>
    [Value("Opteron_G1-v1")] OpteronG1V1,
    /// <summary>AMD Opteron_G2; <c>Opteron_G2-v1</c> at present.</summary>
    [Value("Opteron_G2")] OpteronG2,
    /// <summary>AMD Opteron_G2, version 1.</summary>
    [Value("Opteron_G2-v1")] OpteronG2V1,
    /// <summary>AMD Opteron_G3; <c>Opteron_G3-v1</c> at present.</summary>
    [Value("Opteron_G3")] OpteronG3,
    /// <summary>AMD Opteron_G3, version 1.</summary>
    [Value("Opteron_G3-v1")] OpteronG3V1,
    /// <summary>AMD Opteron_G4; <c>Opteron_G4-v1</c> at present.</summary>
    [Value("Opteron_G4")] OpteronG4,
    /// <summary>AMD Opteron_G4, version 1.</summary>
    [Value("Opteron_G4-v1")] OpteronG4V1,
    /// <summary>AMD Opteron_G5; <c>Opteron_G5-v1</c> at present.</summary>
    [Value("Opteron_G5")] OpteronG5,
    /// <summary>AMD Opteron_G5, version 1.</summary>
    [Value("Opteron_G5-v1")] OpteronG5V1,
    /// <summary>Intel Penryn; <c>Penryn-v1</c> at present.</summary>
    [Value("Penryn")] Penryn,
    /// <summary>Intel Penryn, version 1.</summary>
    [Value("Penryn-v1")] PenrynV1,
    /// <summary>Intel Pentium; <c>pentium-v1</c> at present.</summary>
    Pentium,
    /// <summary>Intel Pentium, version 1.</summary>
    PentiumV1,
    /// <summary>Intel Pentium2; <c>pentium2-v1</c> at present.</summary>
    Pentium2,
    /// <summary>Intel Pentium2, version 1.</summary>
    Pentium2V1,
    /// <summary>Intel Pentium3; <c>pentium3-v1</c> at present.</summary>
    Pentium3,
    /// <summary>Intel Pentium3, version 1.</summary>
    Pentium3V1,
    /// <summary>AMD Phenom; <c>phenom-v1</c> at present.</summary>
    Phenom,
    /// <summary>AMD Phenom, version 1.</summary>
    PhenomV1,
    /// <summary>QEMU's own 32-bit CPU.</summary>
    Qemu32,
    /// <summary>QEMU's own 32-bit CPU, version 1.</summary>
    Qemu32V1,
    /// <summary>QEMU's own 64-bit CPU.</summary>
    Qemu64,
    /// <summary>QEMU's own 64-bit CPU, version 1.</summary>
    Qemu64V1,
    /// <summary>Intel SandyBridge; <c>SandyBridge-v1</c> at present.</summary>
    [Value("SandyBridge")] SandyBridge,
    /// <summary>Intel SandyBridge, version 1.</summary>
    [Value("SandyBridge-v1")] SandyBridgeV1,
    /// <summary>Intel SandyBridge, version 2.</summary>
    [Value("SandyBridge-v2")] SandyBridgeV2,
    /// <summary>Intel SandyBridge-IBRS; <c>SandyBridge-v2</c> at present.</summary>
    [Value("SandyBridge-IBRS")] SandyBridgeIbrs,
    /// <summary>Intel SapphireRapids; <c>SapphireRapids-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("SapphireRapids")] SapphireRapids,
    /// <summary>Intel SapphireRapids, version 1. Newer than QEMU 7.2.</summary>
    [Value("SapphireRapids-v1")] SapphireRapidsV1,
    /// <summary>Intel SapphireRapids, version 2. Newer than QEMU 7.2.</summary>
    [Value("SapphireRapids-v2")] SapphireRapidsV2,
    /// <summary>Intel SapphireRapids, version 3. Newer than QEMU 7.2.</summary>
    [Value("SapphireRapids-v3")] SapphireRapidsV3,
    /// <summary>Intel SierraForest; <c>SierraForest-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("SierraForest")] SierraForest,
    /// <summary>Intel SierraForest, version 1. Newer than QEMU 7.2.</summary>
    [Value("SierraForest-v1")] SierraForestV1,
    /// <summary>Intel SierraForest, version 2. Newer than QEMU 7.2.</summary>
    [Value("SierraForest-v2")] SierraForestV2,
    /// <summary>Intel Skylake-Client; <c>Skylake-Client-v1</c> at present.</summary>
    [Value("Skylake-Client")] SkylakeClient,
    /// <summary>Intel Skylake-Client, version 1.</summary>
    [Value("Skylake-Client-v1")] SkylakeClientV1,
    /// <summary>Intel Skylake-Client, version 2.</summary>
    [Value("Skylake-Client-v2")] SkylakeClientV2,
    /// <summary>Intel Skylake-Client, version 3.</summary>
    [Value("Skylake-Client-v3")] SkylakeClientV3,
    /// <summary>Intel Skylake-Client, version 4.</summary>
    [Value("Skylake-Client-v4")] SkylakeClientV4,
    /// <summary>Intel Skylake-Client-IBRS; <c>Skylake-Client-v2</c> at present.</summary>
    [Value("Skylake-Client-IBRS")] SkylakeClientIbrs,
    /// <summary>Intel Skylake-Client-noTSX-IBRS; <c>Skylake-Client-v3</c> at present.</summary>
    [Value("Skylake-Client-noTSX-IBRS")] SkylakeClientNoTsxIbrs,
    /// <summary>Intel Skylake-Server; <c>Skylake-Server-v1</c> at present.</summary>
    [Value("Skylake-Server")] SkylakeServer,
    /// <summary>Intel Skylake-Server, version 1.</summary>
    [Value("Skylake-Server-v1")] SkylakeServerV1,
    /// <summary>Intel Skylake-Server, version 2.</summary>
    [Value("Skylake-Server-v2")] SkylakeServerV2,
    /// <summary>Intel Skylake-Server, version 3.</summary>
    [Value("Skylake-Server-v3")] SkylakeServerV3,
    /// <summary>Intel Skylake-Server, version 4.</summary>
    [Value("Skylake-Server-v4")] SkylakeServerV4,
    /// <summary>Intel Skylake-Server, version 5.</summary>
    [Value("Skylake-Server-v5")] SkylakeServerV5,
    /// <summary>Intel Skylake-Server-IBRS; <c>Skylake-Server-v2</c> at present.</summary>
    [Value("Skylake-Server-IBRS")] SkylakeServerIbrs,
    /// <summary>Intel Skylake-Server-noTSX-IBRS; <c>Skylake-Server-v3</c> at present.</summary>
    [Value("Skylake-Server-noTSX-IBRS")] SkylakeServerNoTsxIbrs,
    /// <summary>Intel Snowridge; <c>Snowridge-v1</c> at present.</summary>
    [Value("Snowridge")] Snowridge,
    /// <summary>Intel Snowridge, version 1.</summary>
    [Value("Snowridge-v1")] SnowridgeV1,
    /// <summary>Intel Snowridge, version 2.</summary>
    [Value("Snowridge-v2")] SnowridgeV2,
    /// <summary>Intel Snowridge, version 3.</summary>
    [Value("Snowridge-v3")] SnowridgeV3,
    /// <summary>Intel Snowridge, version 4.</summary>
    [Value("Snowridge-v4")] SnowridgeV4,
    /// <summary>Intel Westmere; <c>Westmere-v1</c> at present.</summary>
    [Value("Westmere")] Westmere,
    /// <summary>Intel Westmere, version 1.</summary>
    [Value("Westmere-v1")] WestmereV1,
    /// <summary>Intel Westmere, version 2.</summary>
    [Value("Westmere-v2")] WestmereV2,
    /// <summary>Intel Westmere-IBRS; <c>Westmere-v2</c> at present.</summary>
    [Value("Westmere-IBRS")] WestmereIbrs,
    /// <summary>Zhaoxin YongFeng; <c>YongFeng-v1</c> at present. Newer than QEMU 7.2.</summary>
    [Value("YongFeng")] YongFeng,
    /// <summary>Zhaoxin YongFeng, version 1. Newer than QEMU 7.2.</summary>
    [Value("YongFeng-v1")] YongFengV1,
    /// <summary>Zhaoxin YongFeng, version 2. Newer than QEMU 7.2.</summary>
    [Value("YongFeng-v2")] YongFengV2,
}
