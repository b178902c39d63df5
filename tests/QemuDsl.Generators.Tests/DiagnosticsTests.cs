using System.Globalization;
using CsCheck;
using QemuDsl.Generators.Diagnostics;

namespace QemuDsl.Generators.Tests;

/// <summary>Every diagnostic, with the place it points at and the words it says.</summary>
public sealed class DiagnosticsTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "QDL0001", "[Device(\"x\")] public sealed record X;", "'X' is not partial, so nothing can be generated for it. Write 'partial record X'." },
        { "QDL0002", "[Device(\"x\")] public sealed partial class X;", "'X' is not a top-level, non-generic record class. Declare it as 'sealed partial record X' directly in a namespace." },
        { "QDL0003", "[Device(\"x\")] [Netdev(\"x\")] public sealed partial record X;", "'X' has more than one kind ([Device], [Netdev]). One record is one option: keep one attribute and make another record for the other." },
        { "QDL0004", "[Device(\"x\")] public abstract partial record X;", "'X' is abstract, and an option is a concrete record. Remove 'abstract', or move the attribute to the records that derive from it." },
        { "QDL0005", "[Device(\"x\")] public sealed partial record X { public double? A { get; init; } }", "Property 'X.A' has type 'double?', which cannot be written as a value of QEMU." },
        { "QDL0006", "[Device(\"x\")] public sealed partial record X { public int? A { get; init; } [Key(\"a\")] public int? B { get; init; } }", "Property 'X.B' has the key 'a', which 'A' has already. Rename it, or give it another [Key]." },
        { "QDL0007", "[Device(\"x\")] public sealed partial record X { public int A { get; init; } }", "Property 'X.A' is neither required nor nullable, so QEMU's default could not hold. Write 'required', or 'int?'." },
        { "QDL0008", "[Device(\"x\")] public sealed partial record X { public int? A { get; set; } }", "Property 'X.A' has a setter, and records are immutable so that two VMs can share one. Write 'init' in place of 'set'." },
        { "QDL0009", "[Device(\"x\")] public sealed partial record X { [AtLeast(1)] public string? A { get; init; } }", "[AtLeast] on 'A' does not fit: it is for numbers and sizes. Remove it, or mend it." },
        { "QDL0009", "[Device(\"x\")] public sealed partial record X { [Pattern(\"(\")] public string? A { get; init; } }", "[Pattern] on 'A' does not fit: its pattern is no regular expression that works without backtracking. Remove it, or mend it." },
        { "QDL0010", "[Device(\"x\")] public sealed partial record X { [Conflicts(\"B\")] public int? A { get; init; } }", "[Conflicts] on 'A' names 'B', which is no property of the record. Use nameof with a property of the same record." },
        { "QDL0011", "[Switch(\"smp\")] public sealed partial record X;", "'smp' cannot be a name in QEMU. An option is a dash and a name, such as -smp." },
        { "QDL0012", "[Device(\"x\", Bus = Bus.Pci | Bus.Isa)] public sealed partial record X;", "'X' names several buses at once. A device plugs into one bus and brings one kind of bus: keep one flag each." },
        { "QDL0013", "[Switch(\"-x\")] public sealed partial record X { [Verbatim] public required string A { get; init; } public int? B { get; init; } }", "Property 'X.A' is [Verbatim], so it must be the only property and a single text. Remove the others, or the attribute." },
        { "QDL0014", "[Device(\"x\")] public sealed partial record X { [Since(\"nine\")] public int? A { get; init; } }", "'nine' in [Since] is no QEMU release. Write major and minor number, such as \"9.2\"." },
        { "QDL0015", "[Netdev(\"x\")] public sealed partial record X { [Secret(\"file\")] public string? A { get; init; } }", "Property 'X.A' is [Secret], which only a text of a [QemuObject] record can be" },
        { "QDL0016", "public static class Holder { [OptionEnum] public enum X { A } }", "'X' is declared inside another type or for one file. Move the [OptionEnum] enum to a namespace." },
        { "QDL0017", "[OptionEnum] public enum X { A, [Value(\"a\")] B }", "'X.B' stands for 'a', as another member does. Give it another [Value]." },
        { "QDL0018", "[Device(\"x\")] public sealed partial record X(string? A);", "'X' has no constructor without parameters that generated code can call. Declare the parameters as properties with 'init', and the constructor as public." },
        { "QDL0019", "[Device(\"x\")] public sealed partial record X { public int? Check { get; init; } }", "'X.Check' has the name of a member that is generated. Give it another name, and [Key(\"check\")] if QEMU's key is called so." },
        { "QDL0019", "[VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public string? Configure { get; init; } }", "'X.Configure' has the name of a member that is generated." },
        { "QDL0020", "[Device(\"x\")] public sealed partial record X { public string? Id { get; init; } }", "Property 'X.Id' stands for the one that every record of its kind has, so it needs the type 'QemuId?'. Change the type, or remove the property." },
        { "QDL0021", "[Device(\"x\")] public sealed partial record X { public required int A; }", "Generated code cannot set 'X.A', because it is a field. Declare it as a public property with 'get; init;'." },
        { "QDL0022", "[Device(\"y\")] public partial record Y; [Device(\"x\")] public sealed partial record X : Y;", "'X' derives from 'Y', for which code is generated as well." },
        { "QDL0023", "[OptionPart] public sealed partial record X : QemuDsl.SocketAddress;", "'X' cannot be told from other branches of 'SocketAddress': it has no name. Write it in [OptionPart]." },
        { "QDL0024", "[Section(\"x\")] public sealed partial record X { public double? A { get; init; } }", "Property 'X.A' has type 'double?', which a section cannot hold. Use string," },
        { "QDL0024", "[Tool(\"x\")] public sealed partial record X { public bool? A { get; init; } }", "Property 'X.A' has type 'bool?', which a command line cannot hold. Use string," },
        { "QDL0024", "[Tool(\"x\")] public sealed partial record X { public ByteSize? A { get; init; } }", "Property 'X.A' has type 'QemuDsl.ByteSize?', which a command line cannot hold." },
        { "QDL0024", "[Section(\"x\")] public sealed partial record X { public INetdev? A { get; init; } }", "Property 'X.A' has type 'QemuDsl.INetdev?', which a section cannot hold." },
        { "QDL0025", "[Section(\"x y\")] public sealed partial record X;", "'x y' cannot be a name here. The name of a section is letters, digits, '-', '_' and '.'." },
        { "QDL0025", "[Section(\"x\")] public sealed partial record X { [Key(\"a b c\")] public int? A { get; init; } }", "'a b c' cannot be a name here. A key is one word or two," },
        { "QDL0025", "[Tool(\"x\")] public sealed partial record X { [Key(\"a\")] public int? A { get; init; } }", "'a' cannot be a name here. An option is '-' and one letter, or '--' and a name; give the property a [Key]." },
        { "QDL0025", "[Tool(\"x\", Separator = \"--\")] public sealed partial record X;", "'x' cannot be a name here. A [Tool] is a program with a name, or a group of options with a Separator." },
        { "QDL0026", "[Section(\"x\")] public sealed partial record X { [Positional] public required string A { get; init; } }", "Property 'X.A' cannot be the label of its block: a section with a name has no label. Give it a key instead, or mend it." },
        { "QDL0026", "[Section] public sealed partial record X { [Positional] public string? A { get; init; } }", "Property 'X.A' cannot be the label of its block: a label is required, and single." },
        { "QDL0027", "[Tool] public sealed partial record G; [Tool(\"x\")] public sealed partial record X { public bool A { get; init; } public G? B { get; init; } }", "Options of 'X.B' could not be told from those before it. Give 'G' a Separator, or make it the first of a record that has groups only." },
        { "QDL0004", "[Section(\"x\")] public abstract partial record X;", "'X' is abstract, and an option is a concrete record." },
        { "QDL0006", "[Section(\"x\")] public sealed partial record X { public int? A { get; init; } [Key(\"a\")] public int? B { get; init; } }", "Property 'X.B' has the key 'a', which 'A' has already." },
        { "QDL0006", "[Tool(\"x\")] public sealed partial record X { public int? A { get; init; } [FormerKey(\"--a\", Until = \"20.11\")] public int? B { get; init; } }", "Property 'X.B' has the key '--a', which 'A' has already." },
        { "QDL0007", "[Section(\"x\")] public sealed partial record X { public int A { get; init; } }", "Property 'X.A' is neither required nor nullable" },
        { "QDL0008", "[Section(\"x\")] public sealed partial record X { public bool A { get; set; } }", "Property 'X.A' has a setter" },
        { "QDL0009", "[Section(\"x\")] public sealed partial record X { [ListStyle(\":\")] public OptionList<int> A { get; init; } = []; }", "[ListStyle] on 'A' does not fit: it is for options of QEMU. Remove it, or mend it." },
        { "QDL0009", "[Section(\"x\")] public sealed partial record X { [FormerKey(\"b\", Until = \"20.11\")] public int? A { get; init; } }", "[FormerKey] on 'A' does not fit: it is for options of a [Tool]." },
        { "QDL0009", "[Device(\"x\")] public sealed partial record X { [FormerKey(\"b\", Until = \"20.11\")] public int? A { get; init; } }", "[FormerKey] on 'A' does not fit: it is for options of a [Tool]." },
        { "QDL0009", "[Tool(\"x\")] public sealed partial record X { [Positional] public string? A { get; init; } }", "[Positional] on 'A' does not fit: every value of a tool has its option." },
        { "QDL0009", "[Since(\"20.01\")] [Section(\"x\")] public sealed partial record X;", "[Since] on 'X' does not fit: it is for properties of sections and tools." },
        { "QDL0009", "[Section] public sealed partial record X { public OptionList<RawSection> A { get; init; } = []; public OptionList<RawSection> B { get; init; } = []; }", "OptionList<RawSection> on 'B' does not fit: another property takes every section without a record." },
        { "QDL0024", "[Section] public sealed partial record X { public RawSection? A { get; init; } }", "Property 'X.A' has type 'QemuDsl.RawSection?', which a section cannot hold." },
        { "QDL0010", "[Tool(\"x\")] public sealed partial record X { [Conflicts(\"B\")] public int? A { get; init; } }", "[Conflicts] on 'A' names 'B', which is no property of the record." },
        { "QDL0014", "[Tool(\"x\")] public sealed partial record X { [FormerKey(\"-b\", Until = \"soon\")] public int? A { get; init; } }", "'soon' in [FormerKey] is no QEMU release." },
        { "QDL0019", "[Section(\"x\")] public sealed partial record X { public int? Parse { get; init; } }", "'X.Parse' has the name of a member that is generated." },
        { "QDL0021", "[Section(\"x\")] public sealed partial record X { public required int A; }", "Generated code cannot set 'X.A', because it is a field." },
        { "QDL1001", "[VmProfile<QemuDsl.Machines.Microvm>] public sealed partial record X { public required QemuDsl.Devices.VirtioNetPci A { get; init; } }", "'A' is a VirtioNetPci, which needs a Pci bus, and machine 'Microvm' has none. Use a device for a bus it has, or another machine." },
        { "QDL1002", "[VmProfile<QemuDsl.Machines.Virt>] public sealed partial record X { public QemuDsl.Devices.IntelIommu? A { get; init; } }", "'A' is a IntelIommu, which machine 'Virt' cannot have: it belongs to another architecture. Use its counterpart, or another machine." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_declaration_is_told_with_its_remedy(string id, string source, string message)
    {
        var found = await Harness.AnalyzeAsync($"using QemuDsl;\nnamespace Lab;\n{source}");

        var diagnostic = Assert.Single(found);
        Assert.Equal(id, diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.EndsWith($"docs/diagnostics/{id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_generator_neither_throws_nor_reports_on_a_wrong_declaration(string id, string source, string message)
    {
        Assert.NotNull(id + message);
        _ = Harness.Generate($"using QemuDsl;\nnamespace Lab;\n{source}");
    }

    [Fact]
    public async Task A_pragma_silences_a_diagnostic()
    {
        var found = await Harness.AnalyzeAsync("using QemuDsl;\nnamespace Lab;\n#pragma warning disable QDL0001\n[Device(\"x\")] public sealed record X;");

        Assert.All(found, static diagnostic => Assert.True(diagnostic.IsSuppressed));
    }

    [Fact]
    public void Every_rule_has_a_test()
    {
        var tested = Wrong.Select(static row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(static rule => rule.Id), tested);
    }

    [Fact]
    public void Random_text_in_attributes_never_makes_the_generator_throw() =>
        Gen.String[0, 12].Array[3].Sample(static texts =>
        {
            var quoted = texts.Select(static text => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, true)).ToArray();
            _ = Harness.Generate($"using QemuDsl;\n[Device({quoted[0]})] public sealed partial record X {{ [Key({quoted[1]}), Pattern({quoted[2]})] public string? A {{ get; init; }} }}");
        }, iter: 20);
}
