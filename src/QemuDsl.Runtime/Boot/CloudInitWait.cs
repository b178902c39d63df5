namespace QemuDsl.Runtime;

/// <summary>cloud-init says on the console that its last stage is over (its default <c>final_message</c>), or systemd that it failed.</summary>
internal sealed class CloudInitWait : BootWait
{
    private const string Done = @"Cloud-init v\. \S+ finished at";
    private const string Failed = @"Failed to start .*[Cc]loud-(init|config|final)";

    private readonly SerialWait _done = new(Boot.Pattern(Done));
    private readonly SerialWait _failed = new(Boot.Pattern(Failed));

    public override string Description => "the end of cloud-init";

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = _done.WaitAsync(context, ending.Token);
        var failed = _failed.WaitAsync(context, ending.Token);
        var first = await Task.WhenAny(done, failed).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(done, failed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
        if (!done.IsCompletedSuccessfully)
        {
            throw new ImpossibleWaitException("a stage of it failed, as the console tells; /var/log/cloud-init.log in the guest has the reason");
        }
    }
}
