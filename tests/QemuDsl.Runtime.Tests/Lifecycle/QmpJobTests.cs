using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime.Tests;

public sealed class QmpJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_that_ends_before_its_start_is_answered_is_not_missed()
    {
        await using var peer = new QmpPeer();
        var running = new QmpJob(peer.Client, "snapshot-save").RunAsync([], Token);
        var (id, job) = await BeganAsync(peer);

        await peer.SayAsync(Status(job, "concluded") + Answer(id, "{}"));
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), $$"""[{"id": "other"}, {"id": "{{job}}", "error": "no room"}]"""));
        await peer.SayAsync(Answer(await NextAsync(peer, "job-dismiss"), "{}"));

        Assert.Equal("no room", await running);
    }

    [Fact]
    public async Task Jobs_of_others_and_other_states_are_passed_over()
    {
        await using var peer = new QmpPeer();
        var running = new QmpJob(peer.Client, "snapshot-save").RunAsync([], Token);
        var (id, job) = await BeganAsync(peer);

        await peer.SayAsync(Answer(id, "{}") + Status("other", "concluded") + Status(job, "running") + Status(job, "concluded"));
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), "[]"));
        await peer.SayAsync(Answer(await NextAsync(peer, "job-dismiss"), "{}"));

        Assert.Null(await running);
    }

    [Fact]
    public async Task Job_given_up_is_cancelled_and_dismissed_when_it_ends()
    {
        await using var peer = new QmpPeer();
        using var giveUp = new CancellationTokenSource();
        var running = new QmpJob(peer.Client, "snapshot-save").RunAsync([], giveUp.Token);
        var (id, job) = await BeganAsync(peer);
        await peer.SayAsync(Answer(id, "{}"));

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        await peer.SayAsync(Answer(await NextAsync(peer, "job-cancel"), "{}"));
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), $$"""[{"id": "{{job}}", "status": "running"}]"""));
        await peer.SayAsync(Status(job, "aborting") + Status(job, "concluded"));
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), "[]"));
        await peer.SayAsync(Answer(await NextAsync(peer, "job-dismiss"), "{}"));
    }

    [Fact]
    public async Task Job_that_was_quicker_than_the_cancellation_is_dismissed()
    {
        await using var peer = new QmpPeer();
        using var giveUp = new CancellationTokenSource();
        var running = new QmpJob(peer.Client, "snapshot-save").RunAsync([], giveUp.Token);
        var (_, job) = await BeganAsync(peer);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        var cancel = await NextAsync(peer, "job-cancel");
        await peer.SayAsync($$$"""{"error": {"class": "GenericError", "desc": "it has concluded"}, "id": {{{cancel}}}}""" + "\n");
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), $$"""[{"id": "{{job}}", "status": "concluded"}]"""));
        await peer.SayAsync(Answer(await NextAsync(peer, "query-jobs"), "[]"));
        await NextAsync(peer, "job-dismiss");
    }

    private static async Task<(long Id, string Job)> BeganAsync(QmpPeer peer)
    {
        using var request = JsonDocument.Parse(await peer.HearAsync());
        return (request.RootElement.GetProperty("id").GetInt64(), request.RootElement.GetProperty("arguments").GetProperty("job-id").GetString()!);
    }

    private static async Task<long> NextAsync(QmpPeer peer, string command)
    {
        var request = JsonNode.Parse(await peer.HearAsync())!;
        Assert.Equal(command, (string?)request["execute"]);
        return (long)request["id"]!;
    }

    private static string Answer(long id, string value) => $$"""{"return": {{value}}, "id": {{id}}}""" + "\n";

    private static string Status(string job, string status) =>
        $$$"""{"event": "JOB_STATUS_CHANGE", "data": {"id": "{{{job}}}", "status": "{{{status}}}"}, "timestamp": {"seconds": 1, "microseconds": 0}}""" + "\n";
}
