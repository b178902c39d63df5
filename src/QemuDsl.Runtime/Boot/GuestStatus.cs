namespace QemuDsl.Runtime;

/// <summary>Asks QEMU whether a guest that did not come to a point runs at all.</summary>
internal static class GuestStatus
{
    // It answers within a millisecond, or not at all.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Another sentence for the message of a deadline; empty where the guest runs.</summary>
    public static async Task<string> TellAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var answer = await context.Qmp.ExecuteAsync("query-status", default, ending.Token).ConfigureAwait(false);
            return answer.Text("status") is { } text and not "running"
                ? $". The guest does not run: query-status says '{Evidence.Printable(text)}', and VirtualMachine.ContinueAsync lets it go on"
                : "";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $". QMP did not answer within {Limit.TotalSeconds:0} s either";
        }
        catch (Exception gone) when (gone is QemuException or IOException)
        {
            // It ends just now, or does not speak QMP; the evidence tells.
            return "";
        }
    }
}
