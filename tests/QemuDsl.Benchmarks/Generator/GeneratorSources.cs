using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Benchmarks.Generator;

/// <summary>A project of 500 records, ten a file, and one file that has none.</summary>
internal static class GeneratorSources
{
    private const int Files = 50;
    private const int RecordsPerFile = 10;

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14);

    public static SyntaxTree Unrelated(int version) => CSharpSyntaxTree.ParseText(
        string.Create(CultureInfo.InvariantCulture, $"class Unrelated {{ int Version() => {version}; }}"), Options, "Unrelated.cs");

    public static CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Bench",
        [.. Enumerable.Range(0, Files).Select(File), Unrelated(0)],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(QemuCommand).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree File(int file)
    {
        var text = new StringBuilder("using QemuDsl;\nnamespace Bench;\n");
        for (var record = 0; record < RecordsPerFile; record++)
        {
            var number = (file * RecordsPerFile) + record;
            text.Append(CultureInfo.InvariantCulture, $$"""
                /// <summary>Device number {{number}}.</summary>
                [Device("bench-{{number}}", Bus = Bus.Pci)]
                public sealed partial record Bench{{number}}
                {
                    /// <summary>Where its traffic goes.</summary>
                    public required INetdev Netdev { get; init; }

                    /// <summary>Hardware address.</summary>
                    public MacAddress? Mac { get; init; }

                    [AtLeast(0)] public int? Vectors { get; init; }

                    [Key("mq")] public bool? MultiQueue { get; init; }

                    public ByteSize? Size { get; init; }
                }

                """);
        }

        return CSharpSyntaxTree.ParseText(text.ToString(), Options, string.Create(CultureInfo.InvariantCulture, $"File{file}.cs"));
    }
}
