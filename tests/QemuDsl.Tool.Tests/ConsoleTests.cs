using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>console</c> in a Linux with a shell, on a real pseudo terminal and in a pipe.</summary>
public sealed class ConsoleTests : IAsyncDisposable
{
    private const string Leave = "\u001d";

    private readonly LivingVms _vms = new();

    [Fact]
    public async Task Keys_go_to_the_guest_until_somebody_leaves_and_the_VM_goes_on()
    {
        var linux = TinyLinux.Require();
        var up = await _vms.RunAsync(
            "up", "--name", "tiny", "--lifetime", "10m", "--kernel", linux.Kernel, "--initrd", linux.Initrd, "--append", TinyLinux.Append, "-m", "256M",
            "--ready-serial", TinyLinux.ReadyLine);
        Assert.True(up.ExitCode == 0, up.ToString());
        string script = Tools.Require("script"), runtime = $"XDG_RUNTIME_DIR={_vms.Folder.FullPath}";

        await using (var terminal = ToolProcess.StartProgram("env", "TERM=xterm", runtime, script, "-qefc", $"{Built.Tool} console tiny; stty -a", "/dev/null"))
        {
            await terminal.SaidAsync("Ctrl-] leaves.");
            // While the shell of the guest edits a line, its terminal makes no signal of a Ctrl-C, and busybox's forgets one that comes before it has started
            // what is to get it. Another shell with a trap takes it whenever it comes.
            await terminal.TypeAsync("sh -c 'trap exit INT; echo $((6*6))w; while :; do sleep 1; done'\n");
            await terminal.SaidAsync("36w");
            await terminal.TypeAsync("\u0003echo $((6*7))x\n");
            await terminal.SaidAsync("42x");
            await terminal.TypeAsync(Leave);
            var left = await terminal.EndAsync();
            Assert.True(left.ExitCode == 0, left.ToString());
            Assert.Contains("Left; the VM goes on.", left.Output, StringComparison.Ordinal);
            Assert.Contains(" icanon", left.Output, StringComparison.Ordinal);
        }

        await using (var json = ToolProcess.StartProgram("env", runtime, Built.Tool, "console", "tiny", "--json"))
        {
            await json.TypeAsync("echo $((6*8))z\n");
            await json.SaidAsync("48z");
            await json.TypeAsync(Leave);
            var lines = (await json.EndAsync()).Output.TrimEnd().Split('\n');
            Assert.All(lines[..^1], static line => Assert.StartsWith("{\"serial\":\"", line, StringComparison.Ordinal));
            Assert.Equal("{\"exitCode\":0}", lines[^1]);
        }

        await using var pipe = ToolProcess.StartProgram("env", runtime, Built.Tool, "console", "tiny");
        await pipe.TypeAsync("echo $((6*9))y\n");
        await pipe.SaidAsync("54y");
        await pipe.TypeAsync(Leave);
        Assert.Equal(0, (await pipe.EndAsync()).ExitCode);
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();
}
