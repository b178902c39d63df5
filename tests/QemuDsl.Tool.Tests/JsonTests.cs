using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>What <c>--json</c> gives where there is no answer in one piece, and where there is none.</summary>
public sealed class JsonTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public static TheoryData<string[], int, string> Failures => new()
    {
        { ["ps", "--json", "extra"], 2, "Unrecognized command or argument 'extra'." },
        { ["run", "--json"], 2, "Nothing to run. Name a profile (--assembly)" },
        { ["run", "--json", "--", "no-such-qemu"], 2, "'no-such-qemu' is not on the PATH of" },
        { ["up", "--json", "--kernel", "k"], 2, "Option '--name' is required." },
        { ["exec", "nobody", "--json", "--", "true"], 125, "No VM called 'nobody' runs on local." },
        { ["console", "nobody", "--json"], 2, "No VM called 'nobody' runs on local." },
        { ["render", "--json", "--assembly", "/no/such.dll"], 2, "There is no assembly /no/such.dll." },
        { ["completion", "tcsh", "--json"], 2, "'bash'" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_is_one_line_of_JSON_with_its_exit_code(string[] arguments, int exitCode, string expected)
    {
        var result = await ToolProcess.RunAsync(arguments);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        var lines = Lines(result);
        Assert.All(lines[..^1], static line => Assert.True(line.TryGetProperty("phase", out _), line.ToString()));
        Assert.Contains(expected, lines[^1].GetProperty("error").GetString()!, StringComparison.Ordinal);
        Assert.Equal(exitCode, lines[^1].GetProperty("exitCode").GetInt32());
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Run_tells_phases_console_and_end_line_by_line()
    {
        var result = await ToolProcess.RunAsync(
            ["run", "--json", "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);

        Assert.True(result.ExitCode == 0, result.ToString());
        var lines = Lines(result);
        Assert.Equal(["Paused", "Running", "Booted", "Stopping", "Stopped"], Texts(lines, "phase").Where(static phase => phase is not ("Preparing" or "Spawning" or "Connecting")));
        Assert.Contains(MarkerGuests.Marker, string.Concat(Texts(lines, "serial")), StringComparison.Ordinal);
        Assert.True(lines.First(static line => line.TryGetProperty("phase", out _)).GetProperty("seconds").GetDouble() >= 0);
        Assert.Equal(0, lines[^1].GetProperty("exitCode").GetInt32());
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Run_that_is_cancelled_says_so_last()
    {
        await using var tool = ToolProcess.Start(["run", "--json", "--ready-serial", "never", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.SaidAsync("\"Running\"");

        await tool.SignalAsync("INT");

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Equal("""{"error":"Cancelled.","exitCode":130}""", result.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task Script_of_a_shell_is_a_text_with_its_name()
    {
        var result = await ToolProcess.RunAsync("completion", "fish", "--json");

        var answer = LivingVms.Json(result);
        Assert.Equal("fish", answer.GetProperty("shell").GetString());
        Assert.Contains("complete -c qemu-dsl", answer.GetProperty("script").GetString()!, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static List<JsonElement> Lines(ToolResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> lines, string property) =>
        lines.Where(line => line.TryGetProperty(property, out _)).Select(line => line.GetProperty(property).GetString()!);
}
