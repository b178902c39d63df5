namespace QemuDsl.Audiodevs;

/// <summary>What all sound back ends have in common.</summary>
public abstract record AudioBackend
{
    /// <summary>Period of the timer, in microseconds (<c>timer-period</c>).</summary>
    public uint? TimerPeriod { get; init; }
}
