namespace QemuDsl.Runtime;

/// <summary>A host that is this machine: what runs there can connect to us.</summary>
internal interface IOwnMachine : IVmHost
{
    /// <summary>Makes a run directory and listens in it for its QEMU.</summary>
    /// <exception cref="HostException">It cannot be made.</exception>
    QmpListener Listen(RunFiles files);
}
