namespace QemuDsl.Tool.Tests;

/// <summary>A profile whose code never ends.</summary>
[VmProfile<Pc>]
public sealed partial record Stuck
{
    /// <summary>A file it makes when it is reached.</summary>
    public required string Reached { get; init; }

    partial void Configure(ref QemuCommand<Pc> command)
    {
        File.WriteAllText(Reached, "");
        using var never = new ManualResetEventSlim();
        never.Wait();
    }
}
