using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace QemuDsl.Benchmarks.Start;

/// <summary>Shows what nineteen of twenty stay below.</summary>
internal sealed class Percentiles : ManualConfig
{
    public Percentiles() => AddColumn(StatisticColumn.P95);
}
