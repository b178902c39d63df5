using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>Standard streams that are full, closed or left by their reader: a clear end, and no stack trace.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task Reader_that_goes_away_does_not_end_a_boot()
    {
        string[] command = ["run", "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)];

        var result = await ShellAsync("\"$@\" | head -c 1", command);

        Assert.Contains("Booted", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Stopped", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_line_of_a_rendered_command_can_be_taken()
    {
        var result = await ShellAsync("\"$@\" | head -n 1", "render", "--assembly", Built.Tests, "--profile", "Locked");

        Assert.Equal("qemu-system-x86_64 \\\n", result.Output);
        Assert.Empty(result.Errors);
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task Rendered_command_that_cannot_be_written_is_exit_code_1(string redirection)
    {
        var result = await ShellAsync($"\"$@\" {redirection}", "render", "--assembly", Built.Tests, "--profile", "Locked");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.StartsWith("Standard output cannot be written: ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_whose_words_cannot_be_written_is_stopped_with_exit_code_1()
    {
        var result = await ShellAsync("\"$@\" >/dev/full", ["run", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("\nStandard output cannot be written: ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public async Task Without_standard_error_the_exit_code_still_tells(string redirection)
    {
        string[] boots = ["run", "--", .. Guest.Command(MarkerGuests.PowerOff(), _folder)];

        var booted = await ShellAsync($"\"$@\" {redirection}", boots);
        var refused = await ShellAsync($"\"$@\" {redirection}", "render", "--assembly", "/no/such.dll");

        Assert.True(booted.ExitCode == 0, booted.ToString());
        Assert.Contains(MarkerGuests.Marker, booted.Output, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<ToolResult> ShellAsync(string script, params string[] arguments)
    {
        await using var tool = ToolProcess.StartProgram("sh", ["-c", script, "sh", Built.Tool, .. arguments]);
        return await tool.EndAsync();
    }
}
