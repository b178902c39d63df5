using System.Text.RegularExpressions;

namespace QemuDsl.Tool.Tests;

/// <summary>Help, version, and the page that tells the same.</summary>
public sealed partial class HelpTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("render")]
    public async Task Every_option_of_the_help_is_on_the_page(string command)
    {
        var help = await ToolProcess.RunAsync(command, "--help");
        var page = await File.ReadAllTextAsync(Built.ToolPage, TestContext.Current.CancellationToken);
        var options = Option().Matches(help.Output).Select(static match => match.Value).Distinct().Where(static option => option != "--help").ToList();

        Assert.Equal(0, help.ExitCode);
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains($"`{option}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_arguments_the_commands_are_shown()
    {
        var result = await ToolProcess.RunAsync();

        Assert.Contains("run ", result.Output, StringComparison.Ordinal);
        Assert.Contains("render ", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Version_is_a_version()
    {
        var result = await ToolProcess.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("^\\d+\\.\\d+\\.\\d+", result.Output);
    }

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Option();
}
