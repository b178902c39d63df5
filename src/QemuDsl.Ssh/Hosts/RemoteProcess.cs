namespace QemuDsl.Ssh;

/// <summary>A process of the host.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="StartTime">Its start in clock ticks since the host booted.</param>
internal sealed record RemoteProcess(int Pid, long StartTime)
{
    /// <summary>One that a host without <c>/proc</c> cannot tell.</summary>
    public static RemoteProcess Unknown { get; } = new(0, 0);
}
