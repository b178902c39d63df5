using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using QemuDsl.Generators;

namespace QemuDsl.Benchmarks.Generator;

/// <summary>One keystroke in a file without records, in a project of 500.</summary>
[MemoryDiagnoser]
public class KeystrokeBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private GeneratorDriver _ours = null!;
    private GeneratorDriver _bare = null!;
    private SyntaxTree _unrelated = null!;
    private int _version;

    [GlobalSetup]
    public void Setup()
    {
        _compilation = GeneratorSources.Compilation();
        _unrelated = _compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Unrelated.cs");
        _ours = Driver(new OptionGenerator()).RunGenerators(_compilation);
        _bare = Driver(new BareGenerator()).RunGenerators(_compilation);
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver Bare() => _bare = _bare.RunGenerators(Keystroke());

    [Benchmark]
    public GeneratorDriver Ours() => _ours = _ours.RunGenerators(Keystroke());

    internal static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: GeneratorSources.Options);

    private CSharpCompilation Keystroke()
    {
        var next = GeneratorSources.Unrelated(++_version);
        _compilation = _compilation.ReplaceSyntaxTree(_unrelated, next);
        _unrelated = next;
        return _compilation;
    }
}
