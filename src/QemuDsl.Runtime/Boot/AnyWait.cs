namespace QemuDsl.Runtime;

internal sealed class AnyWait(IReadOnlyList<BootWait> waits) : BootWait
{
    public override string Description => string.Join(" or ", waits.Select(static wait => wait.Description));

    internal override bool Expects(string eventName) => waits.Any(wait => wait.Expects(eventName));

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = waits.Select(wait => wait.WaitAsync(context, ending.Token)).ToList();
        try
        {
            await FirstAsync(running).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // One that cannot come any more leaves the others their chance; the last failure is the reason.
    private static async Task FirstAsync(List<Task> running)
    {
        var left = running.Count;
        await foreach (var done in Task.WhenEach(running).ConfigureAwait(false))
        {
            if (done.IsCompletedSuccessfully || --left == 0)
            {
                await done.ConfigureAwait(false);
                return;
            }
        }
    }
}
