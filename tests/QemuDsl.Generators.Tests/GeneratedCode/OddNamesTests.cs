using CsCheck;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Tests;

/// <summary>Whatever a record is called and wherever it stands, what is generated compiles, or the analyzer says why not.</summary>
public sealed class OddNamesTests
{
    public static TheoryData<string> Fine =>
    [
        // Names of members that are generated or inherited, and of parameters in them.
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Value { get; init; } public int? Writer { get; init; } public bool? Visitor { get; init; } public string? Findings { get; init; } public string? Reader { get; init; } public string? Command { get; init; } public string? Json { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? @class { get; init; } public int? @event { get; init; } public string? Item { get; init; } public string? Self { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? writer { get; init; } public OptionList<string> item { get; init; } = []; public int? findings { get; init; } [Range(1, 2)] public int? value { get; init; } public INetdev? visitor { get; init; } public int? reader { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Description { get; init; } public int? Arguments { get; init; } public string? Option { get; init; } }",
        "namespace Lab; [Netdev(\"x\")] public sealed partial record X { public required string @namespace { get; init; } public required string Command { get; init; } }",
        "[Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",
        "namespace Lab.Deep.Down { [Device(\"x\")] internal sealed partial record X { public string? A { get; init; } } }",
        "namespace Lab.One { [Device(\"x\")] public sealed partial record X { public string? A { get; init; } } } namespace Lab.Two { [Device(\"y\")] public sealed partial record X { public string? A { get; init; } } }",
        "namespace Lab; public abstract record Base { public required string Name { get; init; } public int? Size { get; init; } } [Device(\"x\")] public sealed partial record X : Base { public string? A { get; init; } }",
        "namespace Lab { public enum String { A } public class Object; [Device(\"x\")] public sealed partial record X { public string? A { get; init; } } }",
        "namespace System.Lab; [Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",
        "namespace Lab.QemuDsl; [global::QemuDsl.Device(\"x\")] public sealed partial record X { public string? A { get; init; } }",
        "#nullable disable\nnamespace Lab; [Device(\"x\")] public sealed partial record X { public int? A { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X;",
        "namespace Lab; [Device(\"x\")] public partial record X { public string? A { get; init; } }",
        "namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public string? Command { get; init; } public int Value { get; init; } public int Json { get; init; } }",
    ];

    public static TheoryData<string> Refused =>
    [
        "namespace Lab; [Device(\"x\")] public sealed partial record X<T>;",
        "namespace Lab; [Device(\"x\")] public readonly partial record struct X;",
        "namespace Lab; public static class Outer { [Device(\"x\")] public sealed partial record X; }",
        "namespace Lab; [Device(\"x\")] file sealed partial record X;",
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Id { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X(string? A);",
        "namespace Lab; [Device(\"x\", Bus = Bus.Pci)] public sealed partial record X { public string? Bus { get; init; } }",
        "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Render { get; init; } public int? Definition { get; init; } }",
        "namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X(int A);",
    ];

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task It_compiles_without_a_warning(string source)
    {
        var (_, found) = Harness.Generate(Harness.Usings + source);

        Assert.Empty(Harness.InGeneratedCode(found));
        Assert.Empty(await Harness.AnalyzeAsync(Harness.Usings + source));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Or_the_analyzer_says_why(string source)
    {
        var (_, found) = Harness.Generate(Harness.Usings + source);
        var said = await Harness.AnalyzeAsync(Harness.Usings + source);

        Assert.True(said.Length > 0 || !found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), string.Join('\n', found));
    }

    [Fact]
    public void Source_cut_anywhere_never_makes_the_generator_throw()
    {
        const string Whole =
            "using QemuDsl;\nnamespace Lab;\n[Device(\"x\", Bus = Bus.Pci)]\npublic sealed partial record X\n{\n    [Range(1, 8)] [Key(\"a_b\")] public int? A { get; init; }\n"
            + "    [Conflicts(nameof(A))] public required INetdev N { get; init; }\n    public OptionList<string> L { get; init; } = [];\n}\n"
            + "[VmProfile<QemuDsl.Machines.Pc>] public sealed partial record P { public X? Card { get; init; } }\n";

        // Harness.Generate asserts that no generator threw.
        Gen.Select(Gen.Int[0, Whole.Length], Gen.Int[0, Whole.Length])
            .Sample(static (from, to) => _ = Harness.Generate(Whole.Remove(Math.Min(from, to), Math.Abs(to - from))), iter: 60, threads: 1);
    }
}
