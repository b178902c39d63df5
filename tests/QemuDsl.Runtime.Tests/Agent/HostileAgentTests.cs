using System.Diagnostics;
using System.Text;

namespace QemuDsl.Runtime.Tests;

/// <summary>The guest is not trusted: whatever an agent sends, calls end in time, answers are never mixed up, memory stays small.</summary>
public sealed class HostileAgentTests
{
    // Only a failing test waits it out.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silent_agent_is_waited_for_no_longer_than_the_limit()
    {
        await using var agent = new FakeAgent(static (_, _, _) => Task.CompletedTask);

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        Assert.Contains("did not answer 'guest-ping' within 2 s", failure.Message, StringComparison.Ordinal);
    }

    // Not U+00FF in UTF-8, which is two bytes and no mark.
    [Fact]
    public async Task Every_connection_begins_with_the_byte_0xFF()
    {
        await using var agent = FakeAgent.Willing(static _ => false);

        await agent.Client.PingAsync(Token);
        await agent.Client.PingAsync(Token);

        Assert.Equal(0xff, Assert.Single(agent.FirstBytes));
        Assert.Equal(["guest-ping", "guest-ping"], agent.Heard);
    }

    [Fact]
    public async Task Garbage_before_the_mark_is_passed_over()
    {
        await using var agent = new FakeAgent(static async (_, stream, line) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("garbage\n{\"return\": 7}\n\n{{{{{\n"));
            await stream.WriteAsync(new byte[] { 0xff, 0xfe, 0xff, (byte)'\n', 0xff });
            if (!await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, """{"return": {}}""");
            }
        });
        agent.Client.Timeout = TimeSpan.FromSeconds(30);

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        // After the mark nothing is passed over any more.
        Assert.Contains("no JSON", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "no JSON")]
    [InlineData("[1, 2]", "no JSON object")]
    [InlineData("{}", "neither 'return' nor 'error'")]
    [InlineData("\u0001\u0002", "no JSON")]
    [InlineData("""{"return": [}""", "no JSON")]
    public async Task Answer_that_is_none_is_told_with_its_beginning_and_the_next_one_is_right(string answer, string problem)
    {
        var first = true;
        await using var agent = new FakeAgent(async (_, stream, line) =>
        {
            if (!await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, first ? answer : """{"return": {}}""");
                first = false;
            }
        });

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));
        await agent.Client.PingAsync(Token);

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsRefusal);
        Assert.Equal(2, agent.Connections);
    }

    [Theory]
    [InlineData("""{"return": 5}""")]
    [InlineData("""{"return": {"version": 7, "supported_commands": []}}""")]
    [InlineData("""{"return": {"version": "7", "supported_commands": {}}}""")]
    [InlineData("""{"return": {"version": "7", "supported_commands": [{"enabled": "yes"}]}}""")]
    [InlineData("""{"return": {"version": "\ud800", "supported_commands": []}}""")]
    [InlineData("""{"return": {"supported_commands": []}}""")]
    public async Task Answer_of_another_shape_is_an_error_and_no_crash(string answer)
    {
        await using var agent = new FakeAgent(async (_, stream, line) =>
        {
            if (!await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, answer);
            }
        });

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.GetInfoAsync(Token));

        Assert.Contains("cannot be used", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_is_an_error()
    {
        await using var agent = new FakeAgent(static async (_, stream, line) =>
        {
            if (!await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, "{\"return\": " + new string('[', 10_000) + new string(']', 10_000) + "}");
            }
        });

        await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));
    }

    [Fact]
    public async Task Line_without_end_is_given_up_at_the_limit()
    {
        await using var agent = new FakeAgent(static async (_, stream, _) =>
        {
            var piece = new byte[1 << 20];
            piece.AsSpan().Fill((byte)'x');
            for (var count = 0; count < 1000; count++)
            {
                await stream.WriteAsync(piece);
            }
        });
        agent.Client.Timeout = TimeSpan.FromMinutes(1);

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        Assert.Contains("longer than 50331648 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_without_end_are_read_no_longer_than_the_limit()
    {
        await using var agent = new FakeAgent(static async (_, stream, _) =>
        {
            var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"return\": {}}\n", 1000)));
            while (true)
            {
                await stream.WriteAsync(lines);
            }
        });

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        Assert.Contains("did not answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_answer_is_never_taken_for_another_ones()
    {
        var commands = 0;
        await using var agent = new FakeAgent(async (_, stream, line) =>
        {
            if (!await FakeAgent.SyncAsync(stream, line) && ++commands == 2)
            {
                await FakeAgent.SendAsync(stream, """{"return": "second"}""");
            }
        });
        agent.Client.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.ExecuteAsync("first", default, Token));
        agent.Client.Timeout = TimeSpan.FromSeconds(30);

        Assert.Equal("second", (await agent.Client.ExecuteAsync("second", default, Token)).GetString());
    }

    [Fact]
    public async Task Refusal_is_printed_without_control_characters()
    {
        await using var agent = new FakeAgent(static async (_, stream, line) =>
        {
            if (!await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, """{"error": {"class": "GenericError", "desc": "\u001b[2J\u0007 no"}}""");
            }
        });

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        Assert.True(failure.IsRefusal);
        Assert.DoesNotContain('\u001b', failure.Message);
    }

    [Fact]
    public async Task Cancelled_call_ends_at_once()
    {
        await using var agent = new FakeAgent(static (_, _, _) => Task.CompletedTask);
        agent.Client.Timeout = TimeSpan.FromHours(1);
        using var giveUp = new CancellationTokenSource();

        var asking = agent.Client.PingAsync(giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("guest-file-read", "read")]
    [InlineData("guest-file-write", "write")]
    [InlineData("guest-exec-status", "run")]
    [InlineData("guest-file-read", "stream")]
    [InlineData("guest-fsfreeze-freeze", "freeze")]
    public async Task Call_that_is_given_up_ends_at_once_and_is_cleaned_up_behind_its_caller(string silentAt, string what)
    {
        var isSilent = true;
        await using var agent = FakeAgent.Willing(name => isSilent && name == silentAt);
        agent.Client.Timeout = TimeSpan.FromHours(1);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asking = AskAsync(agent.Client, what, giveUp.Token);
        await agent.HearsAsync(silentAt);

        isSilent = false;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(Soon, Token));
        await agent.Client.PingAsync(Token).WaitAsync(Soon, Token);

        string[] after = what switch
        {
            "freeze" => ["guest-fsfreeze-thaw", "guest-ping"],
            "run" => ["guest-ping"],
            _ => ["guest-file-close", "guest-ping"],
        };
        Assert.Equal([silentAt, .. after], agent.Heard.TakeLast(after.Length + 1));
    }

    [Theory]
    [InlineData("guest-file-read", "read")]
    [InlineData("guest-file-write", "write")]
    [InlineData("guest-exec-status", "run")]
    [InlineData("guest-exec-status", "stream")]
    [InlineData("guest-fsfreeze-freeze", "freeze")]
    public async Task Agent_that_stays_silent_keeps_nobody_at_the_end_either(string silentFrom, string what)
    {
        var isSilent = false;
        await using var agent = FakeAgent.Willing(name => isSilent |= name == silentFrom);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asking = AskAsync(agent.Client, what, giveUp.Token);
        await agent.HearsAsync(silentFrom);
        if (what == "freeze")
        {
            // Its answer may take a minute.
            await giveUp.CancelAsync();
        }

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => asking.WaitAsync(Soon, Token));
        await agent.Client.Channel.DisposeAsync().AsTask().WaitAsync(Soon, Token);

        Assert.True(
            what == "freeze" ? failure is OperationCanceledException : failure.Message.Contains($"did not answer '{silentFrom}' within 2 s", StringComparison.Ordinal),
            failure.ToString());
    }

    [Theory]
    [InlineData("run", false, "x (pid 5) did not end within 0.3 s")]
    [InlineData("stream", false, "x (pid 5) did not end within 0.3 s")]
    [InlineData("stream", true, "x (pid 5) has ended, and what it wrote has no end within 0.3 s")]
    [InlineData("read", false, "has more than 100 bytes")]
    public async Task What_never_ends_is_given_up_at_its_limit(string what, bool ends, string words)
    {
        await using var agent = FakeAgent.Willing(static _ => false, ends);
        agent.Client.Timeout = TimeSpan.FromMinutes(5);

        var failure = await Assert.ThrowsAsync<GuestAgentException>(
            () => AskAsync(agent.Client, what, Token, TimeSpan.FromMilliseconds(300)).WaitAsync(Soon, Token));
        await agent.Client.PingAsync(Token);

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal(what == "run" ? "guest-exec-status" : "guest-file-close", agent.Heard.SkipLast(1).Last());
    }

    // One after the other they would take twenty times as long.
    [Fact]
    public async Task Calls_in_a_queue_wait_no_longer_than_one()
    {
        await using var agent = FakeAgent.Willing(static _ => true);
        var start = Stopwatch.GetTimestamp();

        var calls = Enumerable.Range(0, 20).Select(_ => agent.Client.PingAsync(Token)).ToList();
        var failures = new List<string>();
        foreach (var call in calls)
        {
            failures.Add((await Assert.ThrowsAsync<GuestAgentException>(() => call)).Message);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Contains(failures, static message => message.Contains("'guest-ping' was not sent to the guest agent within 2 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Freeze_that_was_never_asked_for_thaws_nothing()
    {
        var isSilent = true;
        await using var agent = FakeAgent.Willing(_ => isSilent);
        agent.Client.Timeout = TimeSpan.FromHours(1);
        using var giveUpFirst = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = agent.Client.PingAsync(giveUpFirst.Token);
        await agent.HearsAsync("guest-ping");
        var freezing = agent.Client.FreezeAsync(giveUp.Token);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => freezing);
        isSilent = false;
        await giveUpFirst.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await agent.Client.PingAsync(Token);

        Assert.Equal(["guest-ping", "guest-ping"], agent.Heard);
    }

    [Fact]
    public async Task Freeze_that_is_given_up_leaves_an_earlier_one_as_it_is()
    {
        var isSilent = false;
        await using var agent = FakeAgent.Willing(_ => isSilent);
        await using var earlier = await agent.Client.FreezeAsync(Token);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        isSilent = true;
        var freezing = agent.Client.FreezeAsync(giveUp.Token);
        await Eventually.TrueAsync(() => agent.Heard.Count == 2, "it is asked once more");

        isSilent = false;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => freezing);
        await agent.Client.PingAsync(Token);

        Assert.DoesNotContain("guest-fsfreeze-thaw", agent.Heard);
    }

    // The ping that waits in the port goes to a guest that is reset then; without the event the next one would come after an hour.
    [Fact]
    public async Task Port_that_is_opened_is_pinged_at_once()
    {
        await using var peer = new QmpPeer();
        await using var agent = new FakeAgent(static async (self, stream, line) =>
        {
            if (self.Connections > 1 && !await FakeAgent.SyncAsync(stream, line))
            {
                await FakeAgent.SendAsync(stream, """{"return": {}}""");
            }
        });
        var context = new BootContext(null, new ConsolePlan(ConsoleChoice.Added), peer.Client, TimeProvider.System)
        {
            Network = new VmNetwork(new LocalHost(), peer.Client), Agent = agent.Client,
        };

        var waiting = new AgentWait { Again = TimeSpan.FromHours(1) }.WaitAsync(context, Token);
        await Eventually.TrueAsync(() => !agent.FirstBytes.IsEmpty, "the first ping waits in the port");
        await peer.SayAsync(Opened("another") + Opened("qdsl-qga-port"));
        await waiting.WaitAsync(Soon, Token);

        Assert.Equal(2, agent.Connections);
    }

    [Fact]
    public async Task Freeze_whose_answer_never_comes_is_thawed()
    {
        var thawed = new TaskCompletionSource();
        await using var agent = new FakeAgent(async (_, stream, line) =>
        {
            if (line.Contains("fsfreeze-thaw", StringComparison.Ordinal))
            {
                thawed.TrySetResult();
                await FakeAgent.SendAsync(stream, """{"return": 1}""");
            }
            else if (line.Contains("fsfreeze-freeze", StringComparison.Ordinal))
            {
                await FakeAgent.SendAsync(stream, "nonsense");
            }
            else
            {
                await FakeAgent.SyncAsync(stream, line);
            }
        });

        await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.FreezeAsync(Token));

        await thawed.Task.WaitAsync(Soon, Token);
    }

    private static string Opened(string port) =>
        $$$"""{"event": "VSERPORT_CHANGE", "data": {"open": true, "id": "{{{port}}}"}, "timestamp": {"seconds": 1, "microseconds": 0}}""" + "\n";

    private static Task AskAsync(GuestAgentClient agent, string what, CancellationToken cancellationToken, TimeSpan? limit = null)
    {
        var options = new GuestProgramOptions { Timeout = limit ?? TimeSpan.FromHours(1) };
        return what switch
        {
            "read" => agent.ReadFileAsync("/x", 100, cancellationToken),
            "write" => agent.WriteFileAsync("/x", new byte[1], cancellationToken),
            "run" => agent.RunAsync("x", options: options, cancellationToken: cancellationToken),
            "stream" => DrainAsync(agent.StreamAsync("x", options: options, cancellationToken: cancellationToken)),
            _ => agent.FreezeAsync(cancellationToken),
        };
    }

    private static async Task DrainAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        await foreach (var piece in pieces)
        {
            Assert.Equal(1, piece.Length);
        }
    }
}
