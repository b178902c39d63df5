using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>A host of which only the name and the connection matter.</summary>
internal sealed class PaperHost(string name) : IConnectedHost, IDisposable
{
    private CancellationTokenSource _connection = new();

    public string Name => name;

    public CancellationToken ConnectionLost => _connection.Token;

    public TimeProvider TimeProvider => TimeProvider.System;

    public ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public void Break() => _connection.Cancel();

    public void Reconnect()
    {
        _connection.Dispose();
        _connection = new CancellationTokenSource();
    }

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<string> FindRunRootAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Dispose() => _connection.Dispose();
}
