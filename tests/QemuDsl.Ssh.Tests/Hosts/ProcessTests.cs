using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Ssh.Tests;

/// <summary>Processes of the other machine: their ends, their streams, more of them than a connection has channels.</summary>
public sealed class ProcessTests(SshServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_processes_than_a_connection_has_channels_for_run_on_another_one()
    {
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(server.Options(proxy.Port));
        var processes = new List<IHostProcess>();
        for (var count = 0; count < 20; count++)
        {
            processes.Add(await host.StartProcessAsync(new HostCommand("cat", []), Token));
        }

        foreach (var process in processes)
        {
            await process.Stdin.WriteAsync("x"u8.ToArray(), Token);
            await process.Stdin.DisposeAsync();
            Assert.Equal(0, await process.Completion);
            await process.DisposeAsync();
        }

        // Eight on each.
        Assert.Equal(3, proxy.Connections);
    }

    [Fact]
    public async Task Word_that_no_program_can_be_given_takes_no_channel()
    {
        await using var host = new SshHost(server.Require().Options());
        for (var count = 0; count < 9; count++)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => host.StartProcessAsync(new HostCommand("echo", ["a\0b"]), Token));
        }

        await using var cat = await host.StartProcessAsync(new HostCommand("cat", []), Token);
        await host.RunAsync(new HostCommand("true", []), Token);

        Assert.Equal(1, host.Connections);
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "Both are awaited; the analyzer does not look into the assertions.")]
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Command_under_way_fails_when_the_connection_is_lost(bool frozen)
    {
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(server.Options(proxy.Port) with { Heartbeat = TimeSpan.FromMilliseconds(500), ConnectTimeout = TimeSpan.FromSeconds(2) });
        using var folder = new QemuDsl.TestKit.TempDirectory();
        await using var endless = File.OpenRead("/dev/zero");
        await host.RunAsync(new HostCommand("true", []), Token);
        var sleeping = host.RunAsync(new HostCommand("sh", ["-c", "mkdir \"$1\"; exec sleep 1000", "sh", folder.File("begun")]), Token);
        var uploading = host.UploadAsync(endless, folder.File("there"), cancellationToken: Token);
        await Runtime.Tests.Eventually.TrueAsync(() => Directory.Exists(folder.File("begun")) && Directory.GetFiles(folder.FullPath).Length > 0, "both go");

        // What sshd says comes in order: that both go has come, too.
        await host.RunAsync(new HostCommand("true", []), Token);

        if (frozen)
        {
            proxy.Freeze();
        }
        else
        {
            proxy.Cut();
        }

        var failure = await Assert.ThrowsAsync<HostException>(() => sleeping.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.Contains("the connection was lost while 'sh' ran", failure.Message, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<HostException>(() => uploading.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.Contains("the connection was lost", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 0)]
    public async Task Loss_of_one_connection_is_told_and_the_other_goes_on(int lost, int living)
    {
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(server.Options(proxy.Port));
        await host.ConnectAsync(Token);
        var processes = new List<IHostProcess>();
        for (var count = 0; count < 9; count++)
        {
            processes.Add(await host.StartProcessAsync(new HostCommand("cat", []), Token));
        }

        var told = new TaskCompletionSource();
        await using var registration = host.ConnectionLost.Register(told.SetResult);
        proxy.Cut(lost);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);

        // The host is there, and nothing is asked of it anew.
        Assert.False(host.ConnectionLost.IsCancellationRequested);
        Assert.Equal(1, host.Connections);
        var before = host.Commands;
        await host.FindRunRootAsync(Token);
        Assert.Equal(before, host.Commands);
        await processes[living].Stdin.WriteAsync("x"u8.ToArray(), Token);
        await processes[living].Stdout.ReadExactlyAsync(new byte[1], Token);
        await Task.WhenAll(processes.Select(static process => process.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Lost_connections_do_not_pile_up()
    {
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(server.Options(proxy.Port));
        for (var round = 0; round < 3; round++)
        {
            await host.RunAsync(new HostCommand("true", []), Token);
            var lost = host.ConnectionLost;
            proxy.Cut();
            await Runtime.Tests.Eventually.TrueAsync(() => lost.IsCancellationRequested && host.Connections == 0, "it is forgotten");
        }
    }

    // At the other end of a long line it runs, and is given up, before a word of it has come back.
    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task Cancelled_command_ends_with_all_it_has_started(int milliseconds)
    {
        await using var proxy = new TcpProxy(server.Require().Port, TimeSpan.FromMilliseconds(milliseconds));
        await using var host = new SshHost(server.Options(proxy.Port));
        using var folder = new QemuDsl.TestKit.TempDirectory();
        using var giveUp = new CancellationTokenSource();
        const string Stubborn = "trap '' TERM; sleep 1000 & echo $$ $! >\"$1.part\"; mv \"$1.part\" \"$1\"; wait; wait";

        var running = host.RunAsync(new HostCommand("sh", ["-c", Stubborn, "sh", folder.File("pids")]), giveUp.Token);
        await Runtime.Tests.Eventually.TrueAsync(() => File.Exists(folder.File("pids")), "it runs");
        var pids = (await File.ReadAllTextAsync(folder.File("pids"), Token)).Split(' ').Select(static pid => int.Parse(pid, CultureInfo.InvariantCulture)).ToArray();
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Runtime.Tests.Eventually.TrueAsync(() => !pids.Any(Runtime.Tests.Processes.IsAlive), "both are gone");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20_000)]
    public async Task What_start_up_files_print_is_left_out(int lines)
    {
        using var folder = new QemuDsl.TestKit.TempDirectory();
        await File.WriteAllTextAsync(folder.File("start-up"), $"seq {lines}\necho 'do not read this' >&2\n", Token);
        await using var sshd = await server.Require().StartAnotherAsync(folder.FullPath, $"ForceCommand . {folder.File("start-up")}; eval \"$SSH_ORIGINAL_COMMAND\"");
        await using var host = new SshHost(server.Options(sshd.Port));

        var said = await host.RunAsync(new HostCommand("echo", ["42"]), Token);

        Assert.Equal((0, "42\n"), (said.Code, said.Output));
    }

    [Fact]
    public async Task End_of_an_input_nothing_was_written_to_is_told()
    {
        await using var host = new SshHost(server.Require().Options());
        await using var process = await host.StartProcessAsync(new HostCommand("sh", ["-c", "cat; exit 7"]), Token);

        await process.Stdin.DisposeAsync();

        Assert.Equal(7, await process.Completion.WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Command_that_ends_while_it_is_written_to_ends_nothing_else(bool writes)
    {
        await using var host = new SshHost(server.Require().Options());
        await using var other = await host.StartProcessAsync(new HostCommand("cat", []), Token);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteBeyondTheEndAsync(host, writes), Token)));

        await other.Stdin.WriteAsync("x"u8.ToArray(), Token);
        await other.Stdin.DisposeAsync();
        Assert.Equal(0, await other.Completion.WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    [Fact]
    public async Task Killed_process_is_gone()
    {
        await using var host = new SshHost(server.Require().Options());
        await using var process = await host.StartProcessAsync(new HostCommand("sh", ["-c", "echo $$; trap '' TERM; while :; do sleep 0.1; done"]), Token);
        using var reader = new StreamReader(process.Stdout, leaveOpen: true);
        var pid = int.Parse((await reader.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);

        process.Kill();

        Assert.Equal(137, await process.Completion.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public async Task Disposed_host_ends_what_still_runs_there()
    {
        await using var host = new SshHost(server.Require().Options());
        var process = await host.StartProcessAsync(new HostCommand("sh", ["-c", "echo $$; exec sleep 1000"]), Token);
        using var reader = new StreamReader(process.Stdout, leaveOpen: true);
        var pid = int.Parse((await reader.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);

        await host.DisposeAsync();

        await Runtime.Tests.Eventually.TrueAsync(() => !Directory.Exists($"/proc/{pid}"), "the process is gone");
    }

    [Fact]
    public async Task Exit_codes_and_signals_are_told()
    {
        await using var host = new SshHost(server.Require().Options());
        await using var seven = await host.StartProcessAsync(new HostCommand("sh", ["-c", "exit 7"]), Token);
        await using var killed = await host.StartProcessAsync(new HostCommand("sh", ["-c", "kill -9 $$"]), Token);

        Assert.Equal(7, await seven.Completion.WaitAsync(Token));
        Assert.Equal(137, await killed.Completion.WaitAsync(Token));
    }

    [Fact]
    public async Task Command_that_ends_at_once_is_told_with_all_it_wrote()
    {
        await using var host = new SshHost(server.Require().Options());
        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (number, token) =>
        {
            await using var process = await host.StartProcessAsync(new HostCommand("echo", [$"{number}"]), token);
            using var reader = new StreamReader(process.Stdout);

            Assert.Equal($"{number}\n", await reader.ReadToEndAsync(token));
            Assert.Equal(0, await process.Completion);
        });
    }

    private static async Task WriteBeyondTheEndAsync(SshHost host, bool writes)
    {
        for (var round = 0; round < 50; round++)
        {
            await using var process = await host.StartProcessAsync(new HostCommand("sh", ["-c", "exit 0"]), Token);
            try
            {
                while (writes && !process.Completion.IsCompleted)
                {
                    await process.Stdin.WriteAsync("x"u8.ToArray(), Token);
                }
            }
            catch (IOException)
            {
                // It has ended.
            }
        }
    }
}
