namespace QemuDsl.Ssh;

/// <summary>What the end of a process takes.</summary>
/// <param name="Release">Called once, when the channel is free again.</param>
/// <param name="KillAsync">Kills a process of the host.</param>
internal sealed record SshProcessEnd(Action<SshProcess?> Release, Func<RemoteProcess, Task> KillAsync)
{
    /// <summary>Of a process that ends with its input and that nobody counts.</summary>
    public static SshProcessEnd None { get; } = new(static _ => { }, static _ => Task.CompletedTask);
}
