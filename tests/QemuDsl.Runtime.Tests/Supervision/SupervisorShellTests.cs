using QemuDsl.Runtime.Tests.Placement;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Programs that run through the supervisor's own channel, between the lines of QMP.</summary>
public sealed class SupervisorShellTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_and_QMP_share_the_channel_until_it_is_QEMUs_alone()
    {
        await using var host = new TestHost();
        await using var supervisor = await StartAsync(host);
        await using var qmp = new QmpClient(supervisor.QmpOutput, supervisor.QmpInput);
        await using var tree = new FakeTree().Write("/a b/*", " first\n\n@second\\n").Write("/a b/x", "third");

        var asked = Task.WhenAll(Enumerable.Range(0, 20).Select(index => Read(index % 2 == 0 ? "\\*" : "x")));
        await qmp.NegotiateAsync(Token);
        var answers = await asked;
        await supervisor.Shell.GoAsync(Token);
        await qmp.ExecuteAsync("query-status", default, Token);

        // One word is one argument, whatever is in it.
        Assert.All(answers, (answer, index) => Assert.Equal(index % 2 == 0 ? "first\n\n@second\\n" : "third", answer));
        await EndAsync(supervisor);

        async Task<string?> Read(string name) =>
            (await HostFiles.ReadAsync(supervisor.Shell, [$"{tree.Root}/a?b/{name}"], Token)).Text($"{tree.Root}/a b/{name.TrimStart('\\')}");
    }

    [Fact]
    public async Task Output_without_end_is_refused_and_the_next_program_is_heard()
    {
        await using var host = new TestHost();
        await using var supervisor = await StartAsync(host);
        await using var tree = new FakeTree().Write("/long", string.Concat(Enumerable.Repeat(new string('x', 4000) + "\n", 90))).Write("/short", "said");

        var failure = await Assert.ThrowsAsync<HostException>(
            () => HostFiles.ReadAsync(supervisor.Shell, Enumerable.Repeat($"{tree.Root}/long", 50), Token));
        var next = await HostFiles.ReadAsync(supervisor.Shell, [$"{tree.Root}/short"], Token);

        Assert.Contains("read-files.sh printed more than 16777216 characters", failure.Message, StringComparison.Ordinal);
        Assert.Equal("said", next.Text($"{tree.Root}/short"));
        await EndAsync(supervisor);
    }

    [Theory]
    [InlineData("a\n@@go")]
    [InlineData("\n")]
    public async Task Argument_of_several_lines_is_never_sent(string argument)
    {
        await using var host = new TestHost();
        await using var supervisor = await StartAsync(host);

        var failure = await Assert.ThrowsAsync<HostException>(() => HostFiles.ReadAsync(supervisor.Shell, [argument], Token));

        Assert.Contains("has a line feed", failure.Message, StringComparison.Ordinal);
        await EndAsync(supervisor);
    }

    [Theory]
    [InlineData("QEMU")]
    [InlineData("supervisor")]
    [InlineData("lease")]
    public async Task Program_that_hangs_goes_when_one_of_them_does(string gone)
    {
        await using var host = new TestHost();
        await using var supervisor = await StartAsync(host);
        await using var tree = new FakeTree().Write("/proc/1/status", "");
        await ChildProcess.RunAsync("mkfifo", [$"{tree.Root}/fifo"], Token);
        var pid = (await supervisor.Qemu.WaitAsync(Token)).Pid;
        var reading = supervisor.Shell.RunAsync("list-huge-pages.sh", [Hanging(tree)], Token);
        await Eventually.TrueAsync(() => Processes.Using(tree.Root).Count > 0, "the program runs");

        await (gone switch
        {
            "QEMU" => Processes.SignalAsync(pid, "KILL"),
            "supervisor" => Processes.SignalAsync(Processes.ParentOf(pid), "KILL"),
            _ => supervisor.EndLeaseAsync(),
        });

        await Assert.ThrowsAsync<EndOfStreamException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), Token));
        await Eventually.TrueAsync(() => Processes.Using(tree.Root).Count == 0, "the program is gone");
        await supervisor.Ended.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await Assert.ThrowsAsync<EndOfStreamException>(() => supervisor.Shell.RunAsync("read-files.sh", [], Token));
        if (gone == "supervisor")
        {
            Directory.Delete(host.RunRoot, recursive: true);
        }
    }

    // list-huge-pages.sh reads the mounts first.
    private static string Hanging(FakeTree tree)
    {
        Directory.CreateDirectory($"{tree.Root}/proc/self");
        File.Move($"{tree.Root}/fifo", $"{tree.Root}/proc/self/mounts");
        return tree.Root;
    }

    // Killed before it has cleaned up, it would never do so.
    private static async Task EndAsync(Supervisor supervisor)
    {
        await supervisor.EndLeaseAsync();
        await supervisor.Ended.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    private static async Task<Supervisor> StartAsync(TestHost host)
    {
        var files = RunFiles.Choose(await host.Host.FindRunRootAsync(Token));
        var command = TestHost.Empty([.. files.Arguments(addConsole: true)]);
        return await Supervisor.StartAsync(
            host.Host, new SupervisorLaunch(files.Directory, command.Program, command.Arguments) { Requests = true }, Token);
    }
}
