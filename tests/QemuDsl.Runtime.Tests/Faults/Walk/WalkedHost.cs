using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime.Tests;

/// <summary>A host of which every use is a step.</summary>
internal class WalkedHost(IVmHost host, Walk walk) : IVmHost
{
    public string Name => host.Name;

    public TimeProvider TimeProvider => host.TimeProvider;

    public ILoggerFactory LoggerFactory => host.LoggerFactory;

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        Step().FindProgramAsync(program, cancellationToken);

    public Task<string> FindRunRootAsync(CancellationToken cancellationToken = default) => Step().FindRunRootAsync(cancellationToken);

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) =>
        Step().RemoveRunDirectoryAsync(path, cancellationToken);

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Step().WriteFileAsync(path, content, cancellationToken);

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) => Step().ReadFileAsync(path, cancellationToken);

    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default) =>
        Step().ReadBytesAsync(path, limit, cancellationToken);

    public async Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) =>
        new WalkedStream(await Step().ConnectAsync(socketPath, cancellationToken), walk);

    public async Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default) =>
        new WalkedStream(await Step().ConnectAsync(socketPath, listening, cancellationToken), walk);

    public async Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) =>
        new WalkedStream(await Step().ConnectTcpAsync(address, port, cancellationToken), walk);

    public async Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default) =>
        new WalkedProcess(await Step().StartProcessAsync(command, cancellationToken), walk);

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) =>
        Step().KillAsync(pid, startTime, cancellationToken);

    protected IVmHost Step()
    {
        walk.Step();
        return host;
    }
}
