namespace QemuDsl.MSBuild.Tests;

/// <summary>How a build ended and what it wrote.</summary>
internal sealed record BuildResult(int ExitCode, string Output)
{
    public BuildResult Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>Asserts that it failed with one error, at this place, and returns the error.</summary>
    public string Error(string code, string place)
    {
        Assert.True(ExitCode != 0, ToString());
        Assert.True(Output.Contains("    1 Error(s)", StringComparison.Ordinal), ToString());
        var first = Output.Split('\n').First(static line => line.Contains(": QemuDsl error ", StringComparison.Ordinal));
        Assert.StartsWith(place, first, StringComparison.Ordinal);
        Assert.Contains($": QemuDsl error {code}: ", first, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MSB4018", Output, StringComparison.Ordinal);
        return Output;
    }

    public override string ToString() => $"code {ExitCode}\n{Output}";
}
