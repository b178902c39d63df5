using System.Text;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>The end of the channel is the end of the VM, whatever it is doing.</summary>
public sealed class LeaseTests
{
    private const string Nonce = "0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Shells => ["dash", "busybox"];

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_ends_QEMU(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await SuperviseAsync(host, shell, TestHost.Empty());
        await GreetedAsync(supervisor.Stdout);

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_before_anything_was_said_ends_QEMU(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await StartAsync(host, shell, await LaunchAsync(host, TestHost.Empty()));

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_in_the_middle_of_a_secret_starts_nothing(string shell)
    {
        await using var host = new TestHost();
        var launch = await LaunchAsync(host, TestHost.Empty()) with { Secrets = [new SecretFile("key") { Content = "x"u8.ToArray() }] };
        await using var supervisor = await StartAsync(host, shell, launch);
        await supervisor.Stdin.WriteAsync("key eA"u8.ToArray(), TestContext.Current.CancellationToken);

        await supervisor.Stdin.DisposeAsync();

        Assert.Equal(96, await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("pid", await new StreamReader(supervisor.Stderr).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_before_QMP_exists_ends_QEMU(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await SuperviseAsync(host, shell, TestHost.Empty());

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_ends_a_QEMU_whose_console_nobody_reads(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await SuperviseAsync(host, shell, TestHost.Empty("-serial", "stdio"), console: true);
        await ErrorsUntilAsync(supervisor, " pid ");

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task End_of_stdin_ends_a_QEMU_that_waits_for_a_vhost_user_peer(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await SuperviseAsync(host, shell, WaitsForPeer(host));
        await ErrorsUntilAsync(supervisor, "waiting for connection");

        // QEMU is not reading; what is sent meanwhile is taken from the channel all the same, or its end would not be seen.
        await supervisor.Stdin.WriteAsync("{\"execute\": \"qmp_capabilities\"}\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Exit_code_is_told_and_the_directory_goes_when_QEMU_ends_by_itself(string shell)
    {
        await using var host = new TestHost();
        await using var supervisor = await SuperviseAsync(host, shell, TestHost.Empty());
        await GreetedAsync(supervisor.Stdout);

        await supervisor.Stdin.WriteAsync("{\"execute\": \"qmp_capabilities\"}\n{\"execute\": \"quit\"}\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await supervisor.Stdin.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"@@{Nonce} exit 0", await ErrorsUntilAsync(supervisor, " exit "), StringComparison.Ordinal);
        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFileSystemEntries(host.RunRoot));
    }

    [Fact]
    public async Task Channel_that_is_dead_both_ways_does_not_end_the_supervisor_before_QEMU()
    {
        await using var host = new TestHost();
        var (_, arguments) = SupervisorScript.Command(Nonce, await LaunchAsync(host, TestHost.Empty()));

        // head leaves after the first frame, which begins with a line feed. A .NET program ignores SIGPIPE and would hand that on; a remote shell does not.
        const string Script = "env --default-signal=PIPE /bin/sh \"$@\" 2>&1 >/dev/null | head -n 2";
        await using var supervisor = await host.Host.StartProcessAsync(new HostCommand("/bin/sh", ["-c", Script, "sh", .. arguments]), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(supervisor.Stdout);
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        var frame = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        await Processes.SignalAsync(QemuIdentity.Parse(frame!.Split(' ', 3)[2])!.Pid, "STOP");

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await host.NothingIsLeftAsync();
    }

    private static RawCommand WaitsForPeer(TestHost host) => TestHost.Empty(
        "-object", "memory-backend-memfd,id=m,size=128M,share=on", "-machine", "memory-backend=m",
        "-chardev", $"socket,id=c,path={host.File("vhost.sock")},server=on,wait=on", "-netdev", "vhost-user,id=n,chardev=c", "-device", "virtio-net-pci,netdev=n");

    private static async Task<IHostProcess> SuperviseAsync(TestHost host, string shell, RawCommand command, bool console = false) =>
        await SuperviseAsync(host, shell, await LaunchAsync(host, command, console));

    internal static async Task<IHostProcess> SuperviseAsync(TestHost host, string shell, SupervisorLaunch launch)
    {
        var supervisor = await StartAsync(host, shell, launch);
        await supervisor.Stdin.WriteAsync(SupervisorScript.Preamble(launch), TestContext.Current.CancellationToken);
        await supervisor.Stdin.FlushAsync(TestContext.Current.CancellationToken);
        return supervisor;
    }

    private static Task<IHostProcess> StartAsync(TestHost host, string shell, SupervisorLaunch launch)
    {
        string[] prefix = shell == "busybox" ? ["sh"] : [];
        return host.Host.StartProcessAsync(
            new HostCommand(Tools.Require(shell), [.. prefix, .. SupervisorScript.Command(Nonce, launch).Arguments]), TestContext.Current.CancellationToken);
    }

    private static async Task<SupervisorLaunch> LaunchAsync(TestHost host, RawCommand command, bool console = false)
    {
        var files = RunFiles.Choose(await host.Host.FindRunRootAsync(TestContext.Current.CancellationToken));
        return new SupervisorLaunch(files.Directory, command.Program, [.. command.Arguments, .. files.Arguments(addConsole: !console)]) { Console = console };
    }

    internal static async Task GreetedAsync(Stream qmp)
    {
        await using var reader = new LineReader(qmp, 64 * 1024);
        Assert.Contains("QMP", Encoding.UTF8.GetString((await reader.ReadAsync(TestContext.Current.CancellationToken))!), StringComparison.Ordinal);
    }

    private static async Task<string> ErrorsUntilAsync(IHostProcess supervisor, string text)
    {
        var seen = "";
        var buffer = new byte[4096];
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            var count = await supervisor.Stderr.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(count > 0, $"'{text}' never came. Frames: {seen}");
            seen += Encoding.UTF8.GetString(buffer, 0, count);
        }

        return seen;
    }
}
