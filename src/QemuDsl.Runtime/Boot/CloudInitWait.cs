namespace QemuDsl.Runtime;

/// <summary>
/// The last message of cloud-init (its module cc_final_message), and what it and systemd write when a stage did not do its work. The
/// message comes after failed modules too, so a failure that was written before it counts.
/// </summary>
internal sealed class CloudInitWait : BootWait
{
    private const string Finished = @"Cloud-init v\. ?\S+ finished at ";

    // The units' names, and their descriptions in releases before 24.3.
    private const string Failed =
        @"Failed to start .*(cloud-(init|config|final)|Cloud-init|cloud-config|cloud user/final).*"
        + @"|failed run of stage \S+|Running module \S+ \(.*\) failed|failed stage \S+";

    public override string Description => "the end of cloud-init on the serial console";

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        if (context.Serial is not { } serial)
        {
            throw new ImpossibleWaitException(context.Console.Missing);
        }

        var first = new SerialMatch(Boot.Pattern($"{Finished}|{Failed}"));
        serial.Add(first);
        try
        {
            var line = await first.Found.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!line.StartsWith("Cloud-init v", StringComparison.Ordinal))
            {
                throw new GuestFailedException(
                    $"a stage of it failed, the guest wrote '{Evidence.Printable(line)}'. Look at /var/log/cloud-init-output.log in the guest");
            }
        }
        finally
        {
            serial.Remove(first);
        }
    }
}
