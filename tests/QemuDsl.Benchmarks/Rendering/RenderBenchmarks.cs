using BenchmarkDotNet.Attributes;
using QemuDsl.Machines;

namespace QemuDsl.Benchmarks.Rendering;

/// <summary>From a description to the argument list of a two-NIC vhost-user VM. Nothing is kept between two calls.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private readonly QemuCommand<Pc> _command = VhostUserVm.Command();

    [GlobalSetup]
    public void Setup()
    {
        var ours = _command.Render(".").Select(Sorted);
        var theirs = HandWritten.Arguments(VhostUserInput.Lab).Select(Sorted);
        if (!ours.SequenceEqual(theirs))
        {
            throw new InvalidOperationException($"The two lists differ:\n{string.Join(' ', _command.Render("."))}\n{string.Join(' ', HandWritten.Arguments(VhostUserInput.Lab))}");
        }
    }

    [Benchmark(Baseline = true)]
    public object ByHand() => HandWritten.Arguments(VhostUserInput.Lab);

    [Benchmark]
    public object Ours() => _command.Render(".");

    // The order of keys inside an option is each side's own.
    private static string Sorted(string argument) => string.Join(',', argument.Split(',').Order(StringComparer.Ordinal));
}
