using Microsoft.CodeAnalysis;
using QemuDsl.TestKit;

namespace QemuDsl.Generators.Tests;

/// <summary>Generated files beside the tests, in the layout of Verify.SourceGenerators: <c>Snapshots/{Name}#{Hint}.verified.cs</c>.</summary>
internal static class Snapshot
{
    private const string Folder = "tests/QemuDsl.Generators.Tests/Snapshots";

    public static void Verify(string name, GeneratorDriverRunResult run)
    {
        var files = run.Results.SelectMany(static result => result.GeneratedSources).ToDictionary(
            source => $"{name}#{Path.GetFileNameWithoutExtension(source.HintName)}.verified.cs",
            static source => $"//HintName: {source.HintName}\n{source.SourceText}");
        foreach (var (file, text) in files)
        {
            GeneratedFile.Verify($"{Folder}/{file}", text);
        }

        var kept = Directory.GetFiles(Checkout.File(Folder), $"{name}#*.verified.cs").Select(Path.GetFileName);
        Assert.Empty(kept.Except(files.Keys));
    }
}
