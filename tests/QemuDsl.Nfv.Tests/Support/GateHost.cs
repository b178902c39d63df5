using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv.Tests;

/// <summary>A host whose first answer to a start is waited for until a test lets it fail: it tells how many starts there are at a time.</summary>
internal sealed class GateHost(string name) : IVmHost
{
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _entered;
    private int _givenUp;

    public int Entered => _entered;

    public int GivenUp => _givenUp;

    public string Name => name;

    public TimeProvider TimeProvider => TimeProvider.System;

    public ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public void Fail() => _failure.TrySetException(new HostException(name, "failed as the test wanted"));

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken) => EnterAsync<string?>(cancellationToken);

    public Task<string> FindRunRootAsync(CancellationToken cancellationToken) => EnterAsync<string>(cancellationToken);

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken) => EnterAsync<string>(cancellationToken);

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => EnterAsync<string>(cancellationToken);

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken) => EnterAsync<string?>(cancellationToken);

    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken) => EnterAsync<byte[]?>(cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken) => EnterAsync<Stream>(cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken) => EnterAsync<Stream>(cancellationToken);

    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken) => EnterAsync<Stream>(cancellationToken);

    public Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken) => EnterAsync<IHostProcess>(cancellationToken);

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken) => EnterAsync<string>(cancellationToken);

    private async Task<T> EnterAsync<T>(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _entered);
        try
        {
            await _failure.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _givenUp);
            throw;
        }

        throw new InvalidOperationException("The gate only fails.");
    }
}
