namespace QemuDsl.Runtime.Tests;

/// <summary>A process of which every read and write is a step.</summary>
internal sealed class WalkedProcess(IHostProcess process, Walk walk) : IHostProcess
{
    public Stream Stdin { get; } = new WalkedStream(process.Stdin, walk);

    public Stream Stdout { get; } = new WalkedStream(process.Stdout, walk);

    public Stream Stderr { get; } = new WalkedStream(process.Stderr, walk);

    public Task<int> Completion => process.Completion;

    public Task ReleaseAsync() => process.ReleaseAsync();

    public void Kill() => process.Kill();

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
