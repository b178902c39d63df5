namespace QemuDsl.Nfv;

/// <summary>Which end of a vhost-user socket QEMU is.</summary>
public enum VhostUserRole
{
    /// <summary>QEMU connects to a socket that the back end listens on, which must be there first; or tries again, with <c>reconnect</c>.</summary>
    Connect,

    /// <summary>
    /// QEMU listens, and the guest does not run before a back end has connected: QEMU 7.2 and 10.0 wait whatever <c>wait</c> says. How long is
    /// <c>VmOptions.StartTimeout</c>.
    /// </summary>
    Listen,
}
