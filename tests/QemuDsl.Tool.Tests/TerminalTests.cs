using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>What a user at a terminal sees, on a real pseudo terminal.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Escape = "\u001b";
    private const string EraseLine = $"\r{Escape}[2K";

    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task Progress_lives_and_Ctrl_C_stops_the_VM()
    {
        await using var tool = Start(["TERM=xterm"], MarkerGuests.BootSector());
        await tool.SaidAsync(EraseLine);
        await tool.SaidAsync("s  Running");
        await tool.SaidAsync($"{Escape}[32m");

        await tool.TypeAsync("\u0003");

        var result = await tool.EndAsync();
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Cancelled.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO_COLOR_leaves_the_colours_out()
    {
        await using var tool = Start(["TERM=xterm", "NO_COLOR=1"], MarkerGuests.BootSector());
        await tool.SaidAsync("s  Running");

        await tool.TypeAsync("\u0003");

        var result = await tool.EndAsync();
        Assert.DoesNotMatch($"{Escape}\\[[0-9;]*m", result.Output);
    }

    [Theory]
    [InlineData("run", "--no-such-option")]
    [InlineData("doctor", "--no-kvm", "--require-kvm")]
    [InlineData("ps", "--help")]
    public async Task NO_COLOR_leaves_them_out_of_errors_and_help_too(params string[] arguments)
    {
        await using var tool = ToolProcess.StartProgram(
            "env", "TERM=xterm", "NO_COLOR=1", Tools.Require("script"), "-qefc", string.Join(' ', [Built.Tool, .. arguments]), "/dev/null");

        var result = await tool.EndAsync();
        Assert.Contains(arguments[^1], result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch($"{Escape}\\[[0-9;]*m", result.Output);
    }

    [Fact]
    public async Task Boot_with_a_deadline_has_a_bar_that_grows_and_a_spinner_that_turns()
    {
        await using var tool = Start(["TERM=xterm", "LANG=C.UTF-8"], MarkerGuests.BootSector(), "--timeout", "10");

        await tool.SaidAsync("━");
        await tool.TypeAsync("\u0003");

        Assert.Matches(@"[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] ━+─+ \d+\.\d s  Running… 'never'", (await tool.EndAsync()).Output);
    }

    [Fact]
    public async Task Dumb_terminal_gets_plain_lines()
    {
        await using var tool = Start(["TERM=dumb"], MarkerGuests.BootSector());
        await tool.SaidAsync("Running");

        await tool.TypeAsync("\u0003");

        var result = await tool.EndAsync();
        Assert.DoesNotContain(Escape, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_of_the_guest_stays_on_the_screen()
    {
        await using var tool = Start(["TERM=xterm"], MarkerGuests.Says("\nlogin: "));
        await tool.SaidAsync("login: ");

        await tool.TypeAsync("\u0003");

        // What follows stands on a line of its own, and nothing was erased or drawn in between (the terminal echoes ^C).
        var result = await tool.EndAsync();
        Assert.Matches($@"login: (\^C)?\r\n({Escape}\[32m)?\[ *\d+\.\d{{3}} s\] Stopping", result.Output);
    }

    public void Dispose() => _folder.Dispose();

    private ToolProcess Start(IEnumerable<string> environment, GuestImage guest, params string[] more)
    {
        var script = Tools.Require("script");
        string[] command = [Built.Tool, "run", "--ready-serial", "never", .. more, "--", .. Guest.Command(guest, _folder)];
        return ToolProcess.StartProgram(
            "env", ["--default-signal=INT", .. environment, script, "-qefc", string.Join(' ', command), "/dev/null"]);
    }
}
