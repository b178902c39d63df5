namespace QemuDsl.Generators.Tests;

/// <summary>Whatever things are called.</summary>
public sealed class OddNamesTests
{
    public static TheoryData<string> Fine =>
    [
        // Names of parameters and locals of generated members.
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? Value { get; init; }
        public int? Writer { get; init; } public bool? Visitor { get; init; } public string? Findings { get; init; }
        public string? Reader { get; init; } public string? Command { get; init; } public string? Json { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? writer { get; init; }
        public OptionList<string> item { get; init; } = []; public int? findings { get; init; } [Range(1, 2)]
        public int? value { get; init; } public INetdev? visitor { get; init; } public int? reader { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? Command { get; init; }
        public string? QemuCommand { get; init; } [Key("z")] public string? command { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; } [Key("b")]
        public int? a { get; init; } [Key("c")] public int? _a { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? TMachine { get; init; }
        public required string TValue { get; init; } }
        """,

        // Keywords.
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? @class { get; init; }
        public int? @event { get; init; } public string? Item { get; init; } public string? Self { get; init; } }
        """,
        """
        namespace Lab; [Netdev("x")] public sealed partial record X { public required string @namespace { get; init; }
        public required string Command { get; init; } }
        """,
        "namespace Lab; [Device(\"x\")] public sealed partial record @event { public int? A { get; init; } }",
        """
        namespace Lab; [OptionEnum] public enum @event { @class, B } [Device("x")] public sealed partial record X {
        public @event? A { get; init; } }
        """,
        """
        namespace Lab; [OptionPart] public sealed partial record @event { public int? B { get; init; } } [Device("x")] public sealed
        partial record X { public @event? A { get; init; } public OptionList<@event> L { get; init; } = []; }
        """,
        "namespace Lab.@event.@class; [Device(\"x\")] public sealed partial record X { public int? A { get; init; } }",

        // Names of types that generated code uses.
        """
        namespace Lab { public enum String { A } public class Object; [Device("x")] public sealed partial record X {
        public string? A { get; init; } } }
        """,
        "namespace System.Lab; [Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",
        "namespace Lab.QemuDsl; [global::QemuDsl.Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? System { get; init; }
        public string? QemuDsl { get; init; } public string? Lab { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public string? Description { get; init; }
        public int? Arguments { get; init; } public string? Option { get; init; } }
        """,

        // Names that differ only in case, stand in two namespaces, or are those of the catalogue and its namespace.
        """
        namespace Lab; [Device("x")] public sealed partial record Xy; [Device("y")] public sealed partial record XY; [Device("z")]
        public sealed partial record xY;
        """,
        """
        namespace Lab.One { [Device("x")] public sealed partial record X; } namespace Lab.Two { [Device("y")] public sealed
        partial record X; }
        """,
        """
        namespace Lab.One { [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X; } namespace Lab.Two {
        [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X; }
        """,
        "namespace Snippet; [Device(\"x\")] public sealed partial record OptionCatalog;",
        "namespace Snippet { public class OptionCatalog; } namespace Lab { [Device(\"x\")] public sealed partial record X; }",
        "[Device(\"x\")] public sealed partial record Snippet;",
        "[VmProfile<QemuDsl.Machines.Pc>] public sealed partial record Snippet;",
        "[Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",

        // Overloads and bodies of partial methods.
        """
        namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; }
        public X WithA(long value) => this; public void Check() { } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; } static
        partial void CheckMore(X value, Findings findings) => findings.AtLeast("a", value.A, 1); }
        """,
        "namespace Lab; [OptionEnum] public enum E { All, Of, Parse }",
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public string? Command { get; init; }
        public int Value { get; init; } public int Json { get; init; } }
        """,
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "QDL0019",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; }
            public int? WithA { get; init; } }
            """ },
        { "QDL0019",
            """
            namespace Lab; [Device("x")] public sealed partial record X { [Since("9.0")] public int? A { get; init; }
            public int? ALifetime { get; init; } }
            """ },
        { "QDL0019",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; }
            public X WithA(int? value) => this; }
            """ },
        { "QDL0019", "namespace Lab; [Device(\"x\")] public sealed partial record X { public void Check(Findings findings) { } }" },
        { "QDL0019", "namespace Lab; [Device(\"x\")] public sealed partial record X { private int Definition; }" },
        { "QDL0019", "namespace Lab; [Device(\"x\")] public sealed partial record X { public enum Render { A } }" },
        { "QDL0019",
            """
            namespace Lab; [Device("x", Bus = Bus.Pci)] public sealed partial record X { public string? Bus { get; init; } }
            """ },
        { "QDL0019",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public string? Render { get; init; }
            public int? Definition { get; init; } }
            """ },
        { "QDL0019",
            """
            namespace Lab; public abstract record Base { public int? Check { get; init; } } [Device("x")] public sealed
            partial record X : Base;
            """ },
        { "QDL0019",
            """
            namespace Lab; [QemuObject("x")] public sealed partial record X { [Secret("file")]
            public string? A { get; init; } private bool PrintMembers(System.Text.StringBuilder builder) => true; }
            """ },
        { "QDL0019", "namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public void ToCommand() { } }" },
        { "QDL0019", "namespace Lab; [Device(\"x\")] public sealed partial record X; public static class XExtensions { }" },
        { "QDL0019",
            """
            namespace Lab; [Device("x")] public sealed partial record X; [Device("y")] public sealed partial record XExtensions;
            """ },
        { "QDL0019", "namespace Lab; [OptionEnum] public enum X { A } public static class XWords { }" },
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task It_compiles_without_a_warning(string source) => await Declarations.AssertFineAsync(source);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Or_the_analyzer_says_why(string id, string source) => await Declarations.AssertRefusedAsync(id, source);
}
