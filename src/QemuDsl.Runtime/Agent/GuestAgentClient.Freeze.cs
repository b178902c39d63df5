namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    private static readonly TimeSpan FreezeTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Whether the guest's file systems are frozen (<c>guest-fsfreeze-status</c>).</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<bool> IsFrozenAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync("guest-fsfreeze-status", null, cancellationToken).ConfigureAwait(false)).Text() == "frozen";

    /// <summary>
    /// Writes out and freezes the guest's file systems (<c>guest-fsfreeze-freeze</c>), for a snapshot of disks that is whole. Disposing
    /// the result thaws them, whatever happened meanwhile; while they are frozen the agent takes hardly any other command.
    /// </summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<GuestFreeze> FreezeAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await _channel.ExecuteAsync(new AgentCommand("guest-fsfreeze-freeze"), FreezeTimeout, cancellationToken).ConfigureAwait(false);
            return new GuestFreeze(this, new AgentValue("guest-fsfreeze-freeze", answer!.Value).SmallNumber());
        }
        catch (Exception failure) when (failure is not GuestAgentException { IsRefusal: true } and not VirtualMachineExitedException)
        {
            // Nobody knows whether it was done, and a guest that stays frozen hangs.
            await ThawAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>Thaws all file systems (<c>guest-fsfreeze-thaw</c>), those that somebody else froze, too.</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public Task ThawAsync(CancellationToken cancellationToken = default) =>
        _channel.ExecuteAsync(new AgentCommand("guest-fsfreeze-thaw"), FreezeTimeout, cancellationToken);
}
