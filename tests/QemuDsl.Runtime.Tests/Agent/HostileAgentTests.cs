using System.Text;

namespace QemuDsl.Runtime.Tests;

/// <summary>The guest is not trusted: whatever an agent sends, calls end in time, answers are never mixed up, memory stays small.</summary>
public sealed class HostileAgentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silent_agent_is_waited_for_no_longer_than_the_limit()
    {
        await using var agent = new FakeAgent(static (_, _, _) => Task.CompletedTask);

        var failure = await Assert.ThrowsAsync<GuestAgentException>(() => agent.Client.PingAsync(Token));

        Assert.Contains("did not answer 'guest-ping' within 2 s", failure.Message, StringComparison.Ordinal);
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

        Assert.True(thawed.Task.IsCompleted);
    }
}
