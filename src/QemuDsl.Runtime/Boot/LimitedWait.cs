namespace QemuDsl.Runtime;

internal sealed class LimitedWait(BootWait wait, TimeSpan limit) : BootWait
{
    public override string Description => $"{wait.Description} within {limit.TotalSeconds:0.###} s";

    internal override bool Expects(string eventName) => wait.Expects(eventName);

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        var inner = context with { Notes = context.Notes.Inner() };
        using var deadline = new CancellationTokenSource(limit, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await wait.WaitAsync(inner, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{wait.Description} did not come within {limit.TotalSeconds:0.###} s{inner.Notes}");
        }
    }
}
