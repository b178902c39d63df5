namespace QemuDsl.Runtime;

/// <summary>How the guest agent is reached.</summary>
public enum GuestAgentPort
{
    /// <summary>A port of a virtio-serial device named <c>org.qemu.guest_agent.0</c>, where agents listen by default.</summary>
    VirtioSerial,

    /// <summary>
    /// The next free serial port of an x86 machine, for guests without virtio; the agent must be told (<c>qemu-ga -m isa-serial -p PORT</c>).
    /// </summary>
    IsaSerial,
}
