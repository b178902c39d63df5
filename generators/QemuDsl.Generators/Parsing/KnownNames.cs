using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Names of the attributes and types that declarations use.</summary>
internal static class KnownNames
{
    public const string Namespace = "QemuDsl";

    public static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["MachineAttribute"] = Kind.Machine,
        ["AcceleratorAttribute"] = Kind.Accelerator,
        ["CpuAttribute"] = Kind.Cpu,
        ["SwitchAttribute"] = Kind.Switch,
        ["DisplayAttribute"] = Kind.Display,
        ["QemuObjectAttribute"] = Kind.Object,
        ["ChardevAttribute"] = Kind.Chardev,
        ["NetdevAttribute"] = Kind.Netdev,
        ["BlockdevAttribute"] = Kind.Blockdev,
        ["DriveAttribute"] = Kind.Drive,
        ["FsdevAttribute"] = Kind.Fsdev,
        ["AudiodevAttribute"] = Kind.Audiodev,
        ["TpmdevAttribute"] = Kind.Tpmdev,
        ["DeviceAttribute"] = Kind.Device,
    };

    public const string Part = "OptionPartAttribute";
    public const string Enum = "OptionEnumAttribute";
    public const string Profile = "VmProfileAttribute";
    public const string Section = "SectionAttribute";
    public const string Tool = "ToolAttribute";

    /// <summary>The short names, as they stand in source, of every attribute that makes a declaration.</summary>
    public static readonly HashSet<string> Written = new(
        Kinds.Keys.Concat([Part, Enum, Profile, Section, Tool]).SelectMany(static name => new[] { name, name.Substring(0, name.Length - "Attribute".Length) }),
        StringComparer.Ordinal);
}
