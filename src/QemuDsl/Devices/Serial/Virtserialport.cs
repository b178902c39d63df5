namespace QemuDsl.Devices;

/// <summary>A port of a virtio-serial device (<c>-device virtserialport</c>).</summary>
[Device("virtserialport", Bus = Bus.VirtioSerial)]
public sealed partial record Virtserialport
{
    /// <summary>Where its bytes go (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Name the guest finds it by, such as <c>org.qemu.guest_agent.0</c> (<c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>Number of the port (<c>nr</c>).</summary>
    public uint? Nr { get; init; }
}
