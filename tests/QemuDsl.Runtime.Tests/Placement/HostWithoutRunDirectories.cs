using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>This machine, with run directories where nothing can be made.</summary>
internal sealed class HostWithoutRunDirectories(IVmHost host) : IVmHost
{
    public string Name => host.Name;

    public TimeProvider TimeProvider => host.TimeProvider;

    public ILoggerFactory LoggerFactory => host.LoggerFactory;

    public Task<string> CreateRunDirectoryAsync(CancellationToken cancellationToken = default) => Task.FromResult("/nowhere");

    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        host.FindProgramAsync(program, cancellationToken);

    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        host.WriteFileAsync(path, content, cancellationToken);

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) =>
        host.ReadFileAsync(path, cancellationToken);

    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) =>
        host.ConnectAsync(socketPath, cancellationToken);

    public Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default) =>
        host.StartProcessAsync(command, cancellationToken);

    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) =>
        host.KillAsync(pid, startTime, cancellationToken);
}
