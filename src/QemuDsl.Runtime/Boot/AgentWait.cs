namespace QemuDsl.Runtime;

/// <summary>
/// A ping waits in the port until the agent opens it, so that its answer comes at once then. It is sent anew every now and then for agents
/// on a serial line, where what comes before they listen is lost, and when QEMU tells that somebody opened the port: the one that waited may
/// have gone to a guest before a reset.
/// </summary>
internal sealed class AgentWait : BootWait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override string Description => "an answer of the guest agent";

    /// <summary>How long one ping waits in the port.</summary>
    internal TimeSpan Again { get; init; } = TimeSpan.FromSeconds(2);

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        if (context.Agent is not { } agent)
        {
            throw new ImpossibleWaitException("the VM has no port for one. Set VmOptions.GuestAgent");
        }

        using var events = context.Qmp.Subscribe();
        while (!await AttemptAsync(agent, events, context.Time, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> AttemptAsync(
        GuestAgentClient agent, QmpSubscription events, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = AskAsync(agent, over.Token);
        var opened = OpenedAsync(events, over.Token);
        try
        {
            await Task.WhenAny(asking, opened).ConfigureAwait(false);
            if (asking.IsCompleted && await asking.ConfigureAwait(false))
            {
                return true;
            }

            // One that answers nonsense at once must not keep a processor busy; one that has just come needs a moment for what waits there.
            await Task.WhenAny(asking.IsCompleted ? opened : asking, Task.Delay(Pause, time, over.Token)).ConfigureAwait(false);
            return asking.IsCompleted && await asking.ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await opened.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // False for not yet, or nonsense at first.
    private async Task<bool> AskAsync(GuestAgentClient agent, CancellationToken cancellationToken)
    {
        try
        {
            await agent.PingAsync(Again, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (GuestAgentException)
        {
            return false;
        }
        catch (VirtualMachineExitedException gone)
        {
            throw new EndOfStreamException(gone.Message, gone);
        }
    }

    private static async Task OpenedAsync(QmpSubscription events, CancellationToken cancellationToken)
    {
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (raised.Name == "VSERPORT_CHANGE" && raised.Data.Text("id") == AgentWiring.PortId && raised.Data.IsTrue("open"))
            {
                return;
            }
        }

        // QEMU has ended, and whoever asks is told by that.
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }
}
