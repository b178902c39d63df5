using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Generators.Tests;

/// <summary>Source as it is while somebody types, and declarations nobody thought of. <see cref="Harness.Generate"/> asserts that nothing threw.</summary>
public sealed class MutationTests
{
    private const string Whole =
        """
        using QemuDsl;
        namespace Lab.Deep
        {
            [OptionEnum] public enum E { A, [Value("b-b")] B }
            [OptionPart(Discriminator = "type")] public abstract partial record U;
            [OptionPart("p")] public sealed partial record P : U { public required string Host { get; init; } }
            public abstract record Common { [Since("9.0", Instead = "x")] public int? Speed { get; init; } }
            [Device("x", Bus = Bus.Pci, Provides = Bus.Scsi)]
            public sealed partial record X : Common
            {
                [Range(1, 8)] [Key("a_b")] public int? A { get; init; }
                [Conflicts(nameof(A))] public required INetdev N { get; init; }
                [ListStyle(":")] public OptionList<string> L { get; init; } = [];
                public E? Mode { get; init; }
                public U? Where { get; init; }
                static partial void CheckMore(X value, Findings findings) => findings.AtLeast("a", value.A, 1);
            }
            [QemuObject("k")] public sealed partial record K { [Secret("file")] public string? Data { get; init; } }
            [Machine("m", Target.X86_64, Buses = Bus.Pci | Bus.Isa, BoardPciSlots = [0, 1])] public sealed partial record M;
            [Section("s")] public sealed partial record S { [Key("dev default")] public L? D { get; init; } public bool Bare { get; init; } [Key("dev")] public OptionList<L> Devices { get; init; } = []; }
            [Section] public sealed partial record L { [Positional] public required PciAddress At { get; init; } public E? Mode { get; init; } }
            [Tool("t")] public sealed partial record T { public required G Group { get; init; } }
            [Tool(Separator = "--")] public sealed partial record G { [Key("-a")] [FormerKey("-w", Until = "20.11")] public int? A { get; init; } }
            [VmProfile<QemuDsl.Machines.Pc>(ReadySerial = "up")]
            public sealed partial record V { public X? Card { get; init; } public ByteSize Memory { get; init; } = 1.GiB(); }
        }
        """;

    private static readonly string[] Tokens = [.. SyntaxFactory.ParseTokens(Whole).Select(static token => token.ToFullString())];

    [Fact]
    public void Source_cut_anywhere_is_borne() => Gen.Select(Gen.Int[0, Whole.Length], Gen.Int[0, Whole.Length])
        .Sample(static (from, to) => _ = Harness.Generate(Whole.Remove(Math.Min(from, to), Math.Abs(to - from))), iter: 60, threads: 1);

    [Fact]
    public void Source_that_ends_anywhere_is_borne() =>
        Gen.Int[0, Whole.Length].Sample(static end => _ = Harness.Generate(Whole[..end]), iter: 60, threads: 1);

    [Fact]
    public void Words_lost_doubled_and_swapped_are_borne() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, Tokens.Length - 2], Gen.Int[0, Tokens.Length - 2])
        .Array[1, 4].Sample(
            static edits =>
            {
                var words = Tokens.ToList();
                foreach (var (kind, at, other) in edits)
                {
                    Edit(words, kind, at % words.Count, other % words.Count);
                }

                _ = Harness.Generate(string.Concat(words));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public async Task Any_declaration_compiles_or_is_told_why_not() => await RandomDeclarations.All.SampleAsync(Declarations.AssertSoundAsync, iter: 100, threads: 1);

    private static void Edit(List<string> words, int kind, int at, int other)
    {
        switch (kind)
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, words[other]);
                break;
            default:
                (words[at], words[other]) = (words[other], words[at]);
                break;
        }
    }
}
