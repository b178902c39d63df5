using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv.Tests;

/// <summary>This machine with another answer for some programs; it remembers what was started.</summary>
internal sealed class ChangedHost(IVmHost host) : IVmHost
{
    private readonly ConcurrentQueue<IHostProcess> _started = new();

    /// <summary>What is run in place of a command.</summary>
    public Func<HostCommand, HostCommand> Instead { get; init; } = static command => command;

    /// <summary>A program that is not there.</summary>
    public string? Missing { get; init; }

    /// <summary>Programs that were looked for.</summary>
    public ConcurrentQueue<string> Sought { get; } = new();

    /// <summary>What was started.</summary>
    public IReadOnlyList<IHostProcess> Processes => [.. _started];

    public string Name => host.Name;

    public TimeProvider TimeProvider => host.TimeProvider;

    public ILoggerFactory LoggerFactory => host.LoggerFactory;

    public Task<string> FindRunRootAsync(CancellationToken cancellationToken = default) => host.FindRunRootAsync(cancellationToken);

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) => host.RemoveRunDirectoryAsync(path, cancellationToken);

    public async Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default)
    {
        var process = await host.StartProcessAsync(Instead(command), cancellationToken);
        _started.Enqueue(process);
        return process;
    }

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default)
    {
        Sought.Enqueue(program);
        return program == Missing ? Task.FromResult<string?>(null) : host.FindProgramAsync(program, cancellationToken);
    }

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => host.WriteFileAsync(path, content, cancellationToken);

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) => host.ReadFileAsync(path, cancellationToken);

    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default) => host.ReadBytesAsync(path, limit, cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) => host.ConnectAsync(socketPath, cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default) => host.ConnectAsync(socketPath, listening, cancellationToken);

    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) => host.ConnectTcpAsync(address, port, cancellationToken);

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) => host.KillAsync(pid, startTime, cancellationToken);
}
