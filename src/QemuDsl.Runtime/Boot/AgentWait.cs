namespace QemuDsl.Runtime;

/// <summary>
/// A ping waits in the port until the agent opens it, so that its answer comes at once then. It is sent anew every now and then for agents
/// on a serial line, where what comes before they listen is lost.
/// </summary>
internal sealed class AgentWait : BootWait
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override string Description => "an answer of the guest agent";

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        if (context.Agent is not { } agent)
        {
            throw new ImpossibleWaitException("the VM has no port for one. Set VmOptions.GuestAgent");
        }

        while (true)
        {
            try
            {
                await agent.PingAsync(Again, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (GuestAgentException)
            {
                // Not yet, or nonsense at first. One that answers nonsense at once must not keep a processor busy.
                await Task.Delay(Pause, context.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (VirtualMachineExitedException gone)
            {
                throw new EndOfStreamException(gone.Message, gone);
            }
        }
    }
}
