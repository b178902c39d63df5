namespace QemuDsl.Runtime;

/// <summary>File systems of a guest that are frozen until this is disposed.</summary>
public sealed class GuestFreeze : IAsyncDisposable
{
    private readonly GuestAgentClient _agent;
    private int _thawed;

    internal GuestFreeze(GuestAgentClient agent, int count)
    {
        _agent = agent;
        Count = count;
    }

    /// <summary>How many file systems were frozen.</summary>
    public int Count { get; }

    /// <summary>Thaws them.</summary>
    /// <exception cref="GuestAgentException">The agent did not: the guest hangs on its disks.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _thawed, 1) == 0)
        {
            await _agent.ThawAsync().ConfigureAwait(false);
        }
    }
}
