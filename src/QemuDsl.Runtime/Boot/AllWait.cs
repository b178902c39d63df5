namespace QemuDsl.Runtime;

internal sealed class AllWait(IReadOnlyList<BootWait> waits) : BootWait
{
    public override string Description => string.Join(" and ", waits.Select(static wait => wait.Description));

    internal override bool Expects(string eventName) => waits.Any(wait => wait.Expects(eventName));

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = waits.Select(wait => wait.WaitAsync(context, ending.Token)).ToList();
        try
        {
            // The first that fails ends the others: what it says is the reason.
            await foreach (var done in Task.WhenEach(running).ConfigureAwait(false))
            {
                await done.ConfigureAwait(false);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
