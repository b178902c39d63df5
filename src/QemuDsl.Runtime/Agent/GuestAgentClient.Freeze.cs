namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    private static readonly TimeSpan FreezeTimeout = TimeSpan.FromSeconds(60);

    private volatile bool _isFrozen;

    /// <summary>Whether the guest's file systems are frozen (<c>guest-fsfreeze-status</c>).</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<bool> IsFrozenAsync(CancellationToken cancellationToken = default) =>
        (await AskAsync("guest-fsfreeze-status", null, cancellationToken).ConfigureAwait(false)).Text() == "frozen";

    /// <summary>
    /// Writes out and freezes the guest's file systems (<c>guest-fsfreeze-freeze</c>), for a snapshot of disks that is whole. Disposing
    /// the result thaws them, whatever happened meanwhile; while they are frozen the agent takes hardly any other command.
    /// </summary>
    /// <param name="cancellationToken">Gives up at once; what may have been frozen by then is thawed behind the caller.</param>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task<GuestFreeze> FreezeAsync(CancellationToken cancellationToken = default)
    {
        // One that was frozen before is somebody else's, and so is one that this never asked for.
        var mayBeOurs = false;
        var command = new AgentCommand("guest-fsfreeze-freeze") { Sending = () => mayBeOurs = !_isFrozen };
        try
        {
            var answer = await _channel.ExecuteAsync(command, FreezeTimeout, cancellationToken).ConfigureAwait(false);
            _isFrozen = true;
            return new GuestFreeze(this, new AgentValue(command.Name, answer!.Value).SmallNumber());
        }
        catch (Exception failure) when (
            mayBeOurs && failure is not GuestAgentException { IsRefusal: true } and not VirtualMachineExitedException)
        {
            // Nobody knows whether it was done, and a guest that stays frozen hangs. A silent agent is asked behind the caller.
            _ = _channel.BehindAsync(ThawAsync);
            throw;
        }
    }

    /// <summary>Thaws all file systems (<c>guest-fsfreeze-thaw</c>), those that somebody else froze, too.</summary>
    /// <exception cref="GuestAgentException">It refused, did not answer, or answered nonsense.</exception>
    public async Task ThawAsync(CancellationToken cancellationToken = default)
    {
        await _channel.ExecuteAsync(new AgentCommand("guest-fsfreeze-thaw"), FreezeTimeout, cancellationToken).ConfigureAwait(false);
        _isFrozen = false;
    }
}
