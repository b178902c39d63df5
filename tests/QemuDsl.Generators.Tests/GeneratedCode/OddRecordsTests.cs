namespace QemuDsl.Generators.Tests;

/// <summary>Wherever and however records are declared.</summary>
public sealed class OddRecordsTests
{
    public static TheoryData<string> Fine =>
    [
        // Where and how a record is declared.
        "namespace Lab; [Device(\"x\")] public sealed partial record X;",
        "namespace Lab; [Device(\"x\")] public partial record X { public string? A { get; init; } }",
        """
        namespace Lab.Deep.Down { namespace Deeper { [Device("x")] internal sealed partial record X {
        public string? A { get; init; } } } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public int? A { get; init; } } partial record X {
        public int? B { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public X() { A = 1; } public required int A { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public int? this[int i] { get => i; init { } }
        public static int? S { get; set; } int? Hidden { get; init; } public int Twice => 2; }
        """,

        // Without nullable annotations.
        """
        #nullable disable
        namespace Lab; [Device("x")] public sealed partial record X { public string A { get; init; }
        public OptionList<string> B { get; init; } = []; public INetdev N { get; init; } public required string R { get; init; }
        public int? I { get; init; } }
        """,
        """
        #nullable disable
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public string A { get; init; }
        public QemuDsl.Devices.VirtioNetPci N { get; init; } public required string R { get; init; } public int? Q { get; init; } }
        """,
        """
        #nullable enable annotations
        namespace Lab; [Device("x")] public sealed partial record X { public string? A { get; init; } }
        """,

        // What is inherited.
        """
        namespace Lab; public abstract record Base { public required string Name { get; init; } public int? Size { get; init; } }
        [Device("x")] public sealed partial record X : Base { public string? A { get; init; } }
        """,
        """
        namespace Lab; public abstract record Base { public QemuId? Id { get; init; } } [Device("x")] public sealed
        partial record X : Base;
        """,
        """
        namespace Lab; public abstract record Base { public virtual int? P { get; init; } } [Device("x")] public sealed
        partial record X : Base { public override int? P { get; init; } }
        """,
        """
        namespace Lab; public abstract record Base { public int? P { get; init; } } [Device("x")] public sealed
        partial record X : Base { public new long? P { get; init; } }
        """,
        """
        namespace Lab; public abstract record Base<T> { public T? P { get; init; } } [Device("x")] public sealed
        partial record X : Base<string>;
        """,
        "namespace Lab; public abstract record Base(int? P); [Device(\"x\")] public sealed partial record X() : Base(1);",
        """
        namespace Lab; public interface IHas { int? A { get; } } [Device("x")] public sealed
        partial record X : IHas { int? IHas.A => 3; public int? A { get; init; } }
        """,

        // Properties that the generator would add.
        """
        namespace Lab; [Device("x", Bus = Bus.Pci)] public sealed partial record X { public PciAddress? Address { get; init; }
        public required IPciBus PciBus { get; init; } public bool? Multifunction { get; init; } }
        """,
        """
        namespace Lab; [Device("x", Bus = Bus.Pci)] public sealed partial record X {
        public required PciAddress? Address { get; init; } public required QemuId? Id { get; init; } }
        """,
        """
        namespace Lab; [Device("x", Bus = Bus.Pcie)] public sealed partial record X {
        public required IPcieBus PcieBus { get; init; } }
        """,
        """
        namespace Lab; [Device("x", Bus = Bus.Pci)] public sealed partial record X { public IPciBus? Upper { get; init; }
        public IUsbBus? Other { get; init; } }
        """,

        // Secrets.
        "namespace Lab; [QemuObject(\"x\")] public partial record X { [Secret(\"file\")] public string? A { get; init; } }",
        """
        namespace Lab; public abstract record Base { public int? Z { get; init; } } [QemuObject("x")] public sealed
        partial record X : Base { [Secret("file")] public string? A { get; init; } }
        """,
        """
        namespace Lab; [QemuObject("x")] public sealed partial record X { [Secret("file")] public string? A { get; init; }
        public override string ToString() => ""; }
        """,

        // Unions.
        "namespace Lab; [OptionPart(Discriminator = \"type\")] public abstract partial record U;",
        """
        namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U; public abstract record M : U;
        [OptionPart("a")] public sealed partial record A : M { public int? Q { get; init; } }
        """,
        """
        namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U { public int? P { get; init; } }
        [OptionPart("a")] public sealed partial record A : U { public int? Q { get; init; } }
        """,

        // Profiles that derive.
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public partial record A { public int M { get; init; } } public record N : A;
        [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record B : N { public int K { get; init; } }
        """,
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public partial record A { public int M { get; init; } }
        [VmProfile<QemuDsl.Machines.Q35>] public sealed partial record B : A { public int K { get; init; } }
        """,
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record A { public int M { get; init; } }
        [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record B { public A? K { get; init; } }
        """,
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "QDL0002", "namespace Lab; [Device(\"x\")] public sealed partial record X<T>;" },
        { "QDL0002", "namespace Lab; [Device(\"x\")] public readonly partial record struct X;" },
        { "QDL0002", "namespace Lab; public static partial class Outer { [Device(\"x\")] public sealed partial record X; }" },
        { "QDL0002", "namespace Lab; [Device(\"x\")] file sealed partial record X;" },
        { "QDL0004", "namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public abstract partial record X;" },
        { "QDL0018", "namespace Lab; [Device(\"x\")] public sealed partial record X(string? A);" },
        { "QDL0018", "namespace Lab; [Device(\"x\")] public sealed partial record X { private X() { } }" },
        { "QDL0018", "namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X(int A);" },
        { "QDL0020", "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Id { get; init; } }" },
        { "QDL0020", "namespace Lab; [Device(\"x\")] public sealed partial record X { public required QemuId Id { get; init; } }" },
        { "QDL0020", "namespace Lab; [Blockdev(\"x\")] public sealed partial record X { public string? NodeName { get; init; } }" },
        { "QDL0020",
            """
            namespace Lab; [Device("x", Bus = Bus.Pcie)] public sealed partial record X { public IPciBus? PcieBus { get; init; } }
            """ },
        { "QDL0021", "namespace Lab; [Device(\"x\")] public sealed partial record X { public int? A { get; private init; } }" },
        { "QDL0021", "namespace Lab; [Device(\"x\")] public sealed partial record X { public required int A; }" },
        { "QDL0021",
            """
            namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public int A { get; private init; } }
            """ },
        { "QDL0021", "namespace Lab; [Device(\"x\")] internal sealed partial record X { internal required int A { get; init; } }" },
        { "QDL0005",
            """
            namespace Lab; public abstract record Base { public required double P { get; init; } } [Device("x")] public sealed
            partial record X : Base;
            """ },
        { "QDL0006",
            """
            namespace Lab; public abstract record Base { [Key("id")] public string? Name { get; init; } } [Device("x")]
            public sealed partial record X : Base;
            """ },
        { "QDL0022",
            """
            namespace Lab; [Device("a")] public partial record A { public int? P { get; init; } } [Device("b")] public sealed
            partial record B : A;
            """ },
        { "QDL0022", "namespace Lab; [OptionPart] public partial record A; [OptionPart] public sealed partial record B : A;" },
        { "QDL0022",
            """
            namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U;
            [OptionPart("v", Discriminator = "kind")] public abstract partial record V : U;
            """ },
        { "QDL0022",
            """
            namespace Lab; [Device("a")] public partial record A; [VmProfile<QemuDsl.Machines.Pc>] public sealed
            partial record B : A;
            """ },
        { "QDL0023",
            """
            namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U; [OptionPart("a")] public sealed
            partial record A : U; [OptionPart("a")] public sealed partial record B : U;
            """ },
        { "QDL0023",
            """
            namespace Lab; [OptionPart] public abstract partial record U; [OptionPart("a")] public sealed partial record A : U;
            """ },
        { "QDL0023",
            """
            namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U; [OptionPart] public sealed
            partial record A : U;
            """ },
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task It_compiles_without_a_warning(string source) => await Declarations.AssertFineAsync(source);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Or_the_analyzer_says_why(string id, string source) => await Declarations.AssertRefusedAsync(id, source);
}
