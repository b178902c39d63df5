namespace QemuDsl.Nfv.Tests;

/// <summary>Tests whose programs poll and take whole CPUs: beside others, everything would wait for everything.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
