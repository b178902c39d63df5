namespace QemuDsl;

/// <summary>QEMU's refusal of an argument, traced to the record that produced it.</summary>
/// <param name="Argument">The argument QEMU quoted, such as <c>-device virtio-net-pci,netdev=net0</c>.</param>
/// <param name="Record">The record behind it, such as <c>VirtioNetPci</c>.</param>
/// <param name="Property">The property of that record; null when QEMU's words do not tell which.</param>
/// <param name="Key">QEMU's name of that property.</param>
/// <param name="Value">The property's value as it was rendered.</param>
/// <param name="Message">QEMU's words.</param>
public sealed record QemuRefusal(string Argument, string Record, string? Property, string? Key, string? Value, string Message)
{
    /// <summary>One sentence with all of it.</summary>
    public override string ToString()
    {
        var property = Property is null ? "" : $", property {Property} (key '{Key}'{(Value is null ? "" : $", value '{Printable.Of(Value)}'")})";
        return $"{Record}{property}: QEMU says: {Message} (argument {Argument})";
    }
}
