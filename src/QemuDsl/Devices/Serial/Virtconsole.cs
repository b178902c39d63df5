namespace QemuDsl.Devices;

/// <summary>A console port of a virtio-serial device (<c>-device virtconsole</c>).</summary>
[Device("virtconsole", Bus = Bus.VirtioSerial)]
public sealed partial record Virtconsole
{
    /// <summary>Where its bytes go (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Name the guest finds it by (<c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>Number of the port (<c>nr</c>).</summary>
    public uint? Nr { get; init; }
}
