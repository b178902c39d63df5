using System.Globalization;

namespace QemuDsl.Ssh.Tests;

/// <summary>Processes of the other machine: their ends, their streams, more of them than a connection has channels.</summary>
public sealed class ProcessTests(SshServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_processes_than_a_connection_has_channels_for_run_on_another_one()
    {
        await using var host = new SshHost(server.Require().Options());
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
