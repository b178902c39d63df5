namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>Counts how many are somewhere, and how many have been at most.</summary>
internal sealed class Peak
{
    private readonly Lock _gate = new();
    private int _now;

    public int Most { get; private set; }

    public void Enter(int count = 1)
    {
        lock (_gate)
        {
            _now += count;
            Most = Math.Max(Most, _now);
        }
    }

    public void Leave(int count = 1)
    {
        lock (_gate)
        {
            _now -= count;
        }
    }
}
