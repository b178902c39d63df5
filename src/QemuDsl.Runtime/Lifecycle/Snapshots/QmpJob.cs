using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>A job of QEMU from its start to its dismissal.</summary>
internal sealed class QmpJob(QmpClient qmp, string command)
{
    // Another client of the same QEMU may run jobs of its own.
    private readonly string _id = $"qdsl-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";

    /// <summary>Runs it to its end.</summary>
    /// <returns>What went wrong, in QEMU's words; null when nothing did.</returns>
    public async Task<string?> RunAsync(JsonObject arguments, CancellationToken cancellationToken)
    {
        // Before it begins: the end of a short job would be missed.
        using var events = qmp.Subscribe();
        try
        {
            arguments["job-id"] = _id;
            await qmp.ExecuteAsync(command, arguments.ToArguments(), cancellationToken).ConfigureAwait(false);
            return await ConcludedAsync(events, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever gave up does not wait for a QEMU that may be stuck; the job is ended behind them.
            _ = AbandonAsync();
            throw;
        }
    }

    private async Task<string?> ConcludedAsync(QmpSubscription events, CancellationToken cancellationToken)
    {
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (raised.Name == "JOB_STATUS_CHANGE" && raised.Data.Text("id") == _id && raised.Data.Text("status") == "concluded")
            {
                return await DismissAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        // The connection ended; the next command says why.
        return await DismissAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> DismissAsync(CancellationToken cancellationToken)
    {
        var error = (await FindAsync(cancellationToken).ConfigureAwait(false)).Text("error");
        await qmp.ExecuteAsync("job-dismiss", Id(), cancellationToken).ConfigureAwait(false);
        return error;
    }

    private async Task AbandonAsync()
    {
        using var events = qmp.Subscribe();
        try
        {
            await CancelAsync().ConfigureAwait(false);
            var job = await FindAsync(CancellationToken.None).ConfigureAwait(false);
            if (job.Text("status") == "concluded")
            {
                await DismissAsync(CancellationToken.None).ConfigureAwait(false);
            }
            else if (job.ValueKind != JsonValueKind.Undefined)
            {
                await ConcludedAsync(events, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is QemuException or IOException or ObjectDisposedException)
        {
            // The VM has ended, and its jobs with it.
        }
    }

    private async Task CancelAsync()
    {
        try
        {
            await qmp.ExecuteAsync("job-cancel", Id(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (QmpException)
        {
            // It never began, or it has concluded meanwhile.
        }
    }

    private async Task<JsonElement> FindAsync(CancellationToken cancellationToken)
    {
        var jobs = await qmp.ExecuteAsync("query-jobs", default, cancellationToken).ConfigureAwait(false);
        return jobs.Items().FirstOrDefault(job => job.Text("id") == _id);
    }

    private JsonElement Id() => new JsonObject { ["id"] = _id }.ToArguments();
}
