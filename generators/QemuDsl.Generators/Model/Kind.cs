namespace QemuDsl.Generators.Model;

/// <summary>The kinds of options; names as in <c>QemuDsl.OptionKind</c>.</summary>
internal enum Kind
{
    Machine,
    Accelerator,
    Cpu,
    Switch,
    Display,
    Object,
    Chardev,
    Netdev,
    Blockdev,
    Drive,
    Fsdev,
    Audiodev,
    Tpmdev,
    Device,
}
