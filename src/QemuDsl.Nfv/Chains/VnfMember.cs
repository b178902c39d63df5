namespace QemuDsl.Nfv;

/// <summary>A network function of a fleet.</summary>
/// <param name="Host">Name of its host.</param>
/// <param name="Place">Where it is in its chain.</param>
/// <param name="Vnf">The VM.</param>
public sealed record VnfMember(string Host, VnfPlace Place, RunningVnf Vnf);
