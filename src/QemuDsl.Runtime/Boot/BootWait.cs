namespace QemuDsl.Runtime;

/// <summary>A point of a guest's boot that can be waited for, event-driven wherever somebody tells of it.</summary>
public abstract class BootWait
{
    private protected BootWait()
    {
    }

    /// <summary>What is waited for, as messages show it.</summary>
    public abstract string Description { get; }

    /// <summary>The same wait with a deadline of its own.</summary>
    public BootWait Within(TimeSpan limit) => new LimitedWait(this, limit);

    internal abstract Task WaitAsync(BootContext context, CancellationToken cancellationToken);

    /// <summary>Whether this event is what is waited for, and so no sign of failure.</summary>
    internal virtual bool Expects(string eventName) => false;
}
