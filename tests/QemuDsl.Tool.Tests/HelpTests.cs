using System.Text.RegularExpressions;

namespace QemuDsl.Tool.Tests;

/// <summary>Help, version, and the page that tells the same.</summary>
public sealed partial class HelpTests
{
    private static readonly string[] Names = ["run", "render", "up", "down", "ps", "exec", "logs", "sweep", "screenshot", "doctor", "console", "completion"];

    public static TheoryData<string> Commands => [.. Names];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_option_of_the_help_is_on_the_page(string command)
    {
        var help = await ToolProcess.RunAsync(command, "--help");
        var page = await File.ReadAllTextAsync(Built.ToolPage, TestContext.Current.CancellationToken);
        var options = Option().Matches(help.Output).Select(static match => match.Value).Distinct().Where(static option => option != "--help").ToList();

        Assert.Equal(0, help.ExitCode);
        Assert.All(options, option => Assert.Contains($"`{option}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_option_of_the_page_is_in_the_help()
    {
        var helps = await Task.WhenAll(Names.Select(static command => ToolProcess.RunAsync(command, "--help")));
        var help = string.Concat(helps.Select(static result => result.Output));
        var page = await File.ReadAllTextAsync(Built.ToolPage, TestContext.Current.CancellationToken);
        var options = Row().Matches(page).SelectMany(static row => Option().Matches(row.Value)).Select(static match => match.Value).ToList();

        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains($"{option} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData()]
    [InlineData("run")]
    [InlineData("render")]
    public async Task Exit_codes_of_the_help_are_those_of_the_page(params string[] command)
    {
        var help = (await ToolProcess.RunAsync([.. command, "--help"])).Output;
        var page = await File.ReadAllTextAsync(Built.ToolPage, TestContext.Current.CancellationToken);
        var told = help[help.IndexOf("Exit codes:", StringComparison.Ordinal)..];

        Assert.Equal(
            ExitCodeRow().Matches(page).Select(static row => (row.Groups[1].Value, row.Groups[2].Value)),
            ExitCodeLine().Matches(told).Select(static line => (line.Groups[1].Value, line.Groups[2].Value)));
        Assert.Equal(5, ExitCodeLine().Count(told));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_answers_as_JSON_too(string command)
    {
        var help = await ToolProcess.RunAsync(command, "--help");

        Assert.Contains("  --json ", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_the_commands_are_shown()
    {
        var result = await ToolProcess.RunAsync();

        Assert.All(Names, command => Assert.Contains($"  {command} ", result.Output, StringComparison.Ordinal));
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

    [GeneratedRegex("^\\| `--.*?\\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^\\| (\\d+) \\| (.*) \\|$", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex("^  (\\d+) +(.*)$", RegexOptions.Multiline)]
    private static partial Regex ExitCodeLine();
}
