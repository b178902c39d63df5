namespace QemuDsl.Runtime;

/// <summary>QEMU refused a QMP command; the VM lives on.</summary>
public sealed class QmpException(string command, string errorClass, string description)
    : QemuException($"QMP command '{command}' was refused ({errorClass}): {description}")
{
    /// <summary>The command.</summary>
    public string Command { get; } = command;

    /// <summary>QEMU's class of the error, such as <c>CommandNotFound</c>.</summary>
    public string ErrorClass { get; } = errorClass;

    /// <summary>QEMU's words.</summary>
    public string Description { get; } = description;
}
