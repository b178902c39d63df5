using System.Text.Json;

namespace QemuDsl.Runtime.Tests;

public sealed class QmpClientTests
{
    private const string Greeting = """{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": ""}, "capabilities": ["oob"]}}""" + "\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Greeting_gives_the_version_and_opens_command_mode()
    {
        await using var peer = new QmpPeer();
        var negotiating = peer.Client.NegotiateAsync(Token);
        await peer.SayAsync(Greeting);
        Assert.Equal("""{"execute":"qmp_capabilities","id":1}""", await peer.HearAsync());
        await peer.SayAsync("""{"return": {}, "id": 1}""" + "\n");

        await negotiating;

        Assert.Equal(new QemuVersion(7, 2, 22), peer.Client.Version);
    }

    [Fact]
    public async Task Answers_find_their_questions_in_any_order_and_between_events()
    {
        await using var peer = new QmpPeer();
        var first = peer.Client.ExecuteAsync("first", default, Token);
        var second = peer.Client.ExecuteAsync("second", default, Token);

        await peer.SayAsync("""
            {"return": "two", "id": 2}
            {"event": "RESUME", "timestamp": {"seconds": 1, "microseconds": 2}}
            {"return": "one", "id": 1}

            """);

        Assert.Equal("one", (await first).GetString());
        Assert.Equal("two", (await second).GetString());
    }

    [Fact]
    public async Task Answer_in_pieces_is_put_together()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query", default, Token);
        foreach (var character in """{"return": "ü", "id": 1}""" + "\r\n")
        {
            await peer.SayAsync(character.ToString());
        }

        Assert.Equal("ü", (await asking).GetString());
    }

    [Fact]
    public async Task Arguments_are_sent_as_they_are()
    {
        await using var peer = new QmpPeer();
        using var arguments = JsonDocument.Parse("""{"device": "nic \"0\"", "count": 3}""");
        var asking = peer.Client.ExecuteAsync("device_del", arguments.RootElement, Token);

        Assert.Equal("""{"execute":"device_del","arguments":{"device":"nic \"0\"","count":3},"id":1}""", (await peer.HearAsync()).Replace("\\u0022", "\\\"", StringComparison.Ordinal));
        await peer.SayAsync("""{"return": {}, "id": 1}""" + "\n");
        await asking;
    }

    [Fact]
    public async Task Refusal_names_command_class_and_reason()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("device_del", default, Token);
        await peer.SayAsync("""{"error": {"class": "DeviceNotFound", "desc": "Device 'nic0' not found"}, "id": 1}""" + "\n");

        var failure = await Assert.ThrowsAsync<QmpException>(() => asking);

        Assert.Equal(("device_del", "DeviceNotFound", "Device 'nic0' not found"), (failure.Command, failure.ErrorClass, failure.Description));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\n", "no JSON")]
    [InlineData("[1, 2]\n", "no JSON object")]
    [InlineData("{\"event\": \"\0\u001b[2J\"\n", "no JSON")]
    [InlineData("{\"event\": \"\\ud800\"}\n", "no Unicode")]
    [InlineData("{\"error\": {\"class\": \"\\udc00\"}, \"id\": 1}\n", "no Unicode")]
    public async Task What_is_no_QMP_ends_the_connection(string text, string problem)
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query-status", default, Token);
        await peer.SayAsync(text);

        var failure = await Assert.ThrowsAsync<QmpProtocolException>(() => asking);
        var later = await Assert.ThrowsAsync<QmpProtocolException>(() => peer.Client.ExecuteAsync("query-status", default, Token));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', failure.Message);
        Assert.Same(failure, later);
    }

    [Fact]
    public async Task Answer_that_comes_with_the_end_is_handed_out()
    {
        await using var peer = new QmpPeer();
        var first = peer.Client.ExecuteAsync("quit", default, Token);
        var second = peer.Client.ExecuteAsync("query-status", default, Token);

        peer.SayLast("{\"return\": {}, \"id\": 1}\n{\"return\": 2, \"id\": 2}\n");

        Assert.Equal("{}", (await first).GetRawText());
        Assert.Equal(2, (await second).GetInt32());
        await Assert.ThrowsAsync<EndOfStreamException>(() => peer.Client.ExecuteAsync("query-status", default, Token));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_end_the_connection()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query-status", default, Token);
        await peer.SayAsync([.. "{\"return\": \""u8, 0xFF, 0xFE, .. "\", \"id\": 1}\n"u8]);

        var failure = await Assert.ThrowsAsync<QmpProtocolException>(() => asking);

        Assert.Contains("no UTF-8", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_twice_is_harmless_and_fails_what_is_under_way()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query-status", default, Token);

        await peer.Client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => asking);
    }

    [Fact]
    public async Task Nesting_too_deep_ends_the_connection()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query-status", default, Token);
        await peer.SayAsync($"{{\"return\": {new string('[', 100)}{new string(']', 100)}, \"id\": 1}}\n");

        await Assert.ThrowsAsync<QmpProtocolException>(() => asking);
    }

    [Theory]
    [InlineData("""{"return": {}, "id": 99}""")]
    [InlineData("""{"return": {}, "id": "1"}""")]
    [InlineData("""{"return": {}, "id": 1.5}""")]
    [InlineData("""{"return": {}}""")]
    [InlineData("""{"event": 5}""")]
    [InlineData("""{"event": "X", "data": 1, "timestamp": {"seconds": -1, "microseconds": "x"}}""")]
    [InlineData("""{"event": "X", "timestamp": {"seconds": "x", "microseconds": 1}}""")]
    [InlineData("{}")]
    public async Task Odd_messages_are_passed_over(string odd)
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query", default, Token);

        await peer.SayAsync(odd + "\n" + """{"return": true, "id": 1}""" + "\n");

        Assert.True((await asking).GetBoolean());
    }

    [Fact]
    public async Task Answer_without_return_or_error_fails_its_question_only()
    {
        await using var peer = new QmpPeer();
        var first = peer.Client.ExecuteAsync("first", default, Token);
        var second = peer.Client.ExecuteAsync("second", default, Token);
        await peer.SayAsync("""{"id": 1}""" + "\n" + """{"return": true, "id": 2}""" + "\n");

        await Assert.ThrowsAsync<QmpProtocolException>(() => first);
        Assert.True((await second).GetBoolean());
    }

    [Fact]
    public async Task End_of_the_connection_fails_what_is_under_way_and_what_comes_later()
    {
        await using var peer = new QmpPeer();
        var asking = peer.Client.ExecuteAsync("query-status", default, Token);
        peer.HangUp();

        await Assert.ThrowsAsync<EndOfStreamException>(() => asking);
        await Assert.ThrowsAsync<EndOfStreamException>(() => peer.Client.ExecuteAsync("query-status", default, Token));
    }

    [Fact]
    public async Task Cancelled_question_leaves_the_connection_usable()
    {
        await using var peer = new QmpPeer();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var slow = peer.Client.ExecuteAsync("slow", default, giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);

        var next = peer.Client.ExecuteAsync("next", default, Token);
        await peer.SayAsync("""{"return": "late", "id": 1}""" + "\n" + """{"return": "next", "id": 2}""" + "\n");

        Assert.Equal("next", (await next).GetString());
    }

    [Fact]
    public async Task Every_subscriber_gets_events_until_the_connection_ends()
    {
        await using var peer = new QmpPeer();
        var first = CollectAsync(peer.Client);
        var second = CollectAsync(peer.Client);
        await peer.SayAsync("""{"event": "STOP", "timestamp": {"seconds": 1700000000, "microseconds": 5}}""" + "\n" + """{"event": "RESUME"}""" + "\n");
        peer.HangUp();

        Assert.Equal(["STOP", "RESUME"], (await first).Select(static raised => raised.Name));
        Assert.Equal(await first, await second);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000).AddMicroseconds(5), (await first)[0].Timestamp);
    }

    [Fact]
    public async Task Subscriber_that_does_not_read_loses_the_oldest_events_and_holds_up_nobody()
    {
        await using var peer = new QmpPeer();
        using var idle = peer.Client.Subscribe();
        for (var number = 0; number < 3000; number++)
        {
            await peer.SayAsync($"{{\"event\": \"E\", \"data\": {{\"number\": {number}}}}}\n");
        }

        var asking = peer.Client.ExecuteAsync("query", default, Token);
        await peer.SayAsync("""{"return": true, "id": 1}""" + "\n");
        await asking;

        Assert.Equal(3000 - 1024, peer.Client.EventsLost);
        Assert.True(idle.Reader.TryRead(out var oldest));
        Assert.Equal(3000 - 1024, oldest.Data.GetProperty("number").GetInt32());
    }

    private static async Task<List<QmpEvent>> CollectAsync(QmpClient client)
    {
        var events = new List<QmpEvent>();
        await foreach (var raised in client.EventsAsync(Token))
        {
            events.Add(raised);
        }

        return events;
    }
}
