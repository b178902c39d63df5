namespace QemuDsl.Audiodevs;

/// <summary>What every audio back end has.</summary>
public abstract record CommonAudiodev
{
    /// <summary>Period of the timer in microseconds (<c>timer-period</c>).</summary>
    [AtLeast(1)]
    public long? TimerPeriod { get; init; }

    /// <summary>Recording (<c>in</c>).</summary>
    public AudioDirection? In { get; init; }

    /// <summary>Playing (<c>out</c>).</summary>
    public AudioDirection? Out { get; init; }
}
