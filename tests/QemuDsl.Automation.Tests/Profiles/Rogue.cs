namespace QemuDsl.Automation.Tests;

/// <summary>A profile whose code writes an answer of its own and ends the program that loads it.</summary>
[VmProfile<Pc>]
public sealed partial record Rogue
{
    /// <summary>What it writes.</summary>
    public string Answer { get; init; } = "";

    partial void Configure(ref QemuCommand<Pc> command)
    {
        using (var output = Console.OpenStandardOutput())
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes(Answer));
        }

        Environment.Exit(0);
    }
}
