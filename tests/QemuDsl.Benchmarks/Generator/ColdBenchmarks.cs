using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using QemuDsl.Generators;

namespace QemuDsl.Benchmarks.Generator;

/// <summary>The first run over 500 records, as in a build.</summary>
[MemoryDiagnoser]
public class ColdBenchmarks
{
    [Benchmark(Baseline = true)]
    public GeneratorDriver Bare() => KeystrokeBenchmarks.Driver(new BareGenerator()).RunGenerators(GeneratorSources.Compilation());

    [Benchmark]
    public GeneratorDriver Ours() => KeystrokeBenchmarks.Driver(new OptionGenerator()).RunGenerators(GeneratorSources.Compilation());
}
