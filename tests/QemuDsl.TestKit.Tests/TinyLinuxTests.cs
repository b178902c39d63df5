using System.Text.RegularExpressions;

namespace QemuDsl.TestKit.Tests;

public sealed class TinyLinuxTests
{
    // Four seconds on an idle machine; the limit only ends a test that hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pc")]
    [InlineData("q35")]
    public async Task Console_is_a_shell_and_the_power_button_ends_the_guest(string machine)
    {
        using var folder = new TempDirectory();
        var monitor = folder.File("monitor.sock");
        await using var vm = await BootAsync(machine, "-monitor", $"unix:{monitor},server=on,wait=off");

        await vm.TypeAsync("echo the sum is $((40 + 2))\n", Cancellation);
        await vm.WaitForAsync("the sum is 42", Patience, Cancellation);
        await UnixTalk.AskAsync(monitor, "system_powerdown\n", "system_powerdown", Cancellation);

        Assert.Equal(0, await vm.WaitForExitAsync(Cancellation));
    }

    [Fact]
    public async Task Guest_agent_answers_and_shuts_the_guest_down()
    {
        using var folder = new TempDirectory();
        var agent = folder.File("qga.sock");
        await using var vm = await BootAsync(
            "q35",
            "-device", "virtio-serial",
            "-chardev", $"socket,id=qga,path={agent},server=on,wait=off",
            "-device", "virtserialport,chardev=qga,name=org.qemu.guest_agent.0");

        var pong = await UnixTalk.AskAsync(agent, """{"execute":"guest-ping"}""", "\n", Cancellation);
        Assert.StartsWith("""{"return": {}}""", pong, StringComparison.Ordinal);
        await UnixTalk.AskAsync(agent, """{"execute":"guest-shutdown"}""", "\n", Cancellation);

        Assert.Equal(0, await vm.WaitForExitAsync(Cancellation));
    }

    [Fact]
    public async Task Root_logs_in_by_SSH_with_the_key_given()
    {
        var ssh = Tools.Require("ssh");
        using var folder = new TempDirectory();
        var (key, monitor) = (folder.File("id"), folder.File("monitor.sock"));
        await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-t", "ed25519", "-N", "", "-f", key], Cancellation);
        await using var vm = await BootAsync(
            "q35",
            "-netdev", "user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:0-:22",
            "-device", "virtio-net-pci,netdev=net",
            "-fw_cfg", $"name=opt/qdsl/key,file={key}.pub",
            "-monitor", $"unix:{monitor},server=on,wait=off");

        string[] options = ["-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"];
        string[] login = ["-i", key, "-p", await ForwardedPortAsync(monitor), "root@127.0.0.1", "uname -n"];

        Assert.Equal("tiny-linux\n", await ChildProcess.RunAsync(ssh, options.Concat(login), Cancellation));
    }

    // QEMU chose the port itself (0), so that no other program can take it first; only the human monitor tells which.
    private static async Task<string> ForwardedPortAsync(string monitor)
    {
        var table = await UnixTalk.AskAsync(monitor, "info usernet\n", "10.0.2.15", Cancellation);
        var forward = Regex.Match(table, @"HOST_FORWARD\]\s+\d+\s+127\.0\.0\.1\s+(\d+)");
        Assert.True(forward.Success, table);
        return forward.Groups[1].Value;
    }

    private static async Task<BareQemu> BootAsync(string machine, params string[] arguments)
    {
        var vm = BareQemu.Start(Tools.Qemu("x86_64"), machine, TinyLinux.Require().BootArguments.Concat(arguments));
        try
        {
            await vm.WaitForAsync(TinyLinux.ReadyLine, Patience, Cancellation);
            return vm;
        }
        catch
        {
            await vm.DisposeAsync();
            throw;
        }
    }
}
