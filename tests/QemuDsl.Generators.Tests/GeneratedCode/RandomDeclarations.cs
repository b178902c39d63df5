using CsCheck;

namespace QemuDsl.Generators.Tests;

/// <summary>Declarations made of names that generated code has too, types of every shape, and attributes that may fit or not.</summary>
internal static class RandomDeclarations
{
    private static readonly string[] Kinds =
    [
        "[Device(\"x\")]", "[Device(\"x\", Bus = Bus.Pci)]", "[Device(\"x\", Bus = Bus.Pcie, Provides = Bus.Scsi)]", "[Device(\"x\", Bus = Bus.Ide)]",
        "[Device(\"x\", Bus = Bus.Usb)]", "[Device(\"x\", Bus = Bus.Isa)]", "[Netdev(\"x\")]", "[Chardev(\"x\")]", "[QemuObject(\"x\")]", "[Blockdev(\"x\")]",
        "[Drive]", "[Fsdev(\"x\")]", "[Audiodev(\"x\")]", "[Tpmdev(\"x\")]", "[Display(\"x\")]", "[Accelerator(\"x\")]", "[Switch(\"-x\")]",
        "[Switch(\"-x\", Repeatable = true)]", "[Cpu(Target.X86_64)]", "[Machine(\"x\", Target.X86_64, Buses = Bus.Pci)]", "[OptionPart]",
        "[VmProfile<QemuDsl.Machines.Pc>]", "[VmProfile<QemuDsl.Machines.Virt>]", "[Section(\"x\")]", "[Section]", "[Tool(\"x\")]", "[Tool(Separator = \"--\")]",
    ];

    private static readonly string[] Names =
    [
        "A", "a", "B", "WithA", "ALifetime", "Check", "Render", "Id", "PciBus", "Bus", "Address", "Unit", "Machine", "Command", "Value", "writer", "item",
        "@class", "@event", "Definition", "Type", "Driver", "NodeName", "Mux", "Model", "Target", "Configure", "Json", "Keys", "Options", "EqualityContract",
    ];

    private static readonly string[] Types =
    [
        "string", "bool", "int", "byte", "ulong", "long", "ByteSize", "MacAddress", "PciAddress", "CpuSet", "QemuId", "System.Guid", "E", "P", "INetdev",
        "IPciBus", "IUsbBus", "QemuDsl.Netdevs.UserNetdev", "QemuDsl.Devices.VirtioNetPci", "QemuDsl.Switches.Name", "QemuDsl.SocketAddress", "double", "S", "G",
    ];

    private static readonly string[] Marks =
    [
        "", "", "", "", "[Key(\"k\")] ", "[Key(\"bus\")] ", "[AtLeast(1)] ", "[Range(1, 4)] ", "[PowerOfTwo] ", "[Pattern(\"^a$\")] ", "[SocketPath] ",
        "[Conflicts(\"A\")] ", "[Requires(\"B\")] ", "[Since(\"9.0\")] ", "[Deprecated(\"8.0\", Instead = \"q\")] ", "[Secret(\"file\")] ", "[Positional] ",
        "[Verbatim] ", "[ListStyle(\":\")] ", "[JsonItem(\"q\")] ", "[Key(\"--k\")] ", "[FormerKey(\"-k\", Until = \"20.11\")] ",
    ];

    private static readonly string[] Forms =
    [
        "public {0}? {1} {{ get; init; }}", "public {0}? {1} {{ get; init; }}", "public required {0} {1} {{ get; init; }}", "public required {0}? {1} {{ get; init; }}",
        "public OptionList<{0}> {1} {{ get; init; }} = [];", "public {0} {1} {{ get; init; }} = default!;", "public {0}? {1} {{ get; set; }}", "public {0}? {1} => default;",
    ];

    public static Gen<string> All { get; } =
        from kind in OneOf(Kinds)
        from isSealed in Gen.Bool
        from properties in Property.Array[0, 4]
        from inherited in Property.Array[0, 2]
        from inNamespace in Gen.Bool
        select $$"""
            {{(inNamespace ? "namespace Lab;" : "")}}
            [OptionEnum] public enum E { A, B }
            [OptionPart] public sealed partial record P { public int? Port { get; init; } }
            [Section] public sealed partial record S { [Positional] public required string Label { get; init; } public bool On { get; init; } }
            [Tool] public sealed partial record G { public bool On { get; init; } }
            public abstract record Base { {{string.Join(' ', inherited)}} }
            {{kind}} public {{(isSealed ? "sealed " : "")}}partial record X{{(inherited.Length > 0 ? " : Base" : "")}} { {{string.Join(' ', properties)}} }
            """;

    private static Gen<string> Property =>
        from name in OneOf(Names)
        from type in OneOf(Types)
        from mark in OneOf(Marks)
        from form in OneOf(Forms)
        select mark + string.Format(System.Globalization.CultureInfo.InvariantCulture, form, type, name);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
