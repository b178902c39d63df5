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

    private ToolProcess Start(IEnumerable<string> environment, GuestImage guest)
    {
        var script = Tools.Require("script");
        string[] command = [Built.Tool, "run", "--ready-serial", "never", "--", .. Guest.Command(guest, _folder)];
        return ToolProcess.StartProgram(
            "env", ["--default-signal=INT", .. environment, script, "-qefc", string.Join(' ', command), "/dev/null"]);
    }
}
