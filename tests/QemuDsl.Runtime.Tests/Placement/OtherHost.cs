using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>This machine as another user, control group or place for run directories has it.</summary>
internal sealed class OtherHost(IVmHost host) : IVmHost
{
    /// <summary>Program and arguments in front of everything that is started.</summary>
    public IReadOnlyList<string> Prefix { get; init; } = [];

    /// <summary>Given out as the place for run directories.</summary>
    public string? RunRoot { get; init; }

    /// <summary>In place of a connection from here.</summary>
    public Func<string, int, CancellationToken, Task<Stream>>? Connect { get; init; }

    public string Name => host.Name;

    public TimeProvider TimeProvider => host.TimeProvider;

    public ILoggerFactory LoggerFactory => host.LoggerFactory;

    public static OtherHost Nobody(IVmHost host) =>
        new(host) { Prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"] };

    /// <summary>What is started there looks for programs in these folders.</summary>
    public static OtherHost Behind(IVmHost host, string path) => new(host) { Prefix = ["env", $"PATH={path}"] };

    public Task<string> FindRunRootAsync(CancellationToken cancellationToken = default) =>
        RunRoot is { } root ? Task.FromResult(root) : host.FindRunRootAsync(cancellationToken);

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) =>
        host.RemoveRunDirectoryAsync(path, cancellationToken);

    public Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default)
    {
        string[] all = [.. Prefix, command.Program, .. command.Arguments];
        return host.StartProcessAsync(new HostCommand(all[0], all[1..]), cancellationToken);
    }

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        host.FindProgramAsync(program, cancellationToken);

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        host.WriteFileAsync(path, content, cancellationToken);

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) =>
        host.ReadFileAsync(path, cancellationToken);

    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default) =>
        host.ReadBytesAsync(path, limit, cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) =>
        host.ConnectAsync(socketPath, cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default) =>
        host.ConnectAsync(socketPath, listening, cancellationToken);

    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) =>
        Connect is { } connect ? connect(address, port, cancellationToken) : host.ConnectTcpAsync(address, port, cancellationToken);

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) =>
        host.KillAsync(pid, startTime, cancellationToken);
}
