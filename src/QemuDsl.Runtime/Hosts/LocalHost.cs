using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>This machine.</summary>
public sealed class LocalHost : IOwnMachine
{
    // It is no child of ours, so nobody tells.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Dying = TimeSpan.FromSeconds(2);

    private readonly LocalHostOptions _options;
    private readonly Lazy<string> _root;

    /// <summary>This machine, with these settings.</summary>
    public LocalHost(LocalHostOptions? options = null)
    {
        _options = options ?? new LocalHostOptions();
        _root = new Lazy<string>(() => RunRoots.Create(_options.RunRoot is { } root ? Path.GetFullPath(root) : null));
    }

    /// <inheritdoc/>
    public string Name => Environment.MachineName;

    /// <inheritdoc/>
    public TimeProvider TimeProvider => _options.TimeProvider;

    /// <inheritdoc/>
    public ILoggerFactory LoggerFactory => _options.LoggerFactory;

    /// <inheritdoc/>
    public Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        Task.FromResult(ProgramSearch.Find(program));

    /// <inheritdoc/>
    public Task<string> FindRunRootAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(_root.Value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostException(
                Name,
                $"no run directory can be made: {failure.Message}. Set LocalHostOptions.RunRoot to a directory of your own.",
                failure);
        }
    }

    /// <inheritdoc/>
    QmpListener IOwnMachine.Listen(RunFiles files)
    {
        try
        {
            RunRoots.Make(files.Directory);
            return new QmpListener(files.QmpSocket);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
        {
            RemoveEmpty(files.Directory);
            throw StartChecks.NoDirectory(Name, failure.Message, failure);
        }
    }

    /// <inheritdoc/>
    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The supervisor was quicker.
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        try
        {
            // Whole or not at all, and one that is there is replaced.
            var part = path + ".part";
            var file = new FileStream(part, options);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostException(Name, $"{path} cannot be written: {failure.Message}.", failure);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            // /proc answers ESRCH for a process that ended between opening and reading.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default)
    {
        try
        {
            var file = File.OpenRead(path);
            await using (file.ConfigureAwait(false))
            {
                return await UpToAsync(file, limit, cancellationToken).ConfigureAwait(false)
                    ?? throw new HostException(Name, $"{path} has more than {limit} bytes.");
            }
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostException(Name, $"{path} cannot be read: {failure.Message}.", failure);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) => ConnectAsync(
        static () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
        new UnixDomainSocketEndPoint(socketPath),
        $"nobody listens at {socketPath}",
        cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) => ConnectAsync(
        static () => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
        new DnsEndPoint(address, port),
        $"nobody listens at {address} port {port}",
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default)
    {
        await listening.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await ConnectAsync(socketPath, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default) =>
        Task.FromResult<IHostProcess>(LocalProcess.Start(Name, command));

    /// <inheritdoc/>
    public async Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default)
    {
        if (!await RunsAsync(pid, startTime, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        LocalProcess.Kill(pid);
        var killed = TimeProvider.GetTimestamp();
        while (await RunsAsync(pid, startTime, cancellationToken).ConfigureAwait(false) && TimeProvider.GetElapsedTime(killed) < Dying)
        {
            await Task.Delay(Look, TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // Looking into it would take a descriptor, and that there is none may be what failed.
    private static void RemoveEmpty(string directory)
    {
        try
        {
            Directory.Delete(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It was never made.
        }
    }

    // A file may grow, and those of /proc and /dev have no length.
    private static async Task<byte[]?> UpToAsync(FileStream file, int limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        return content.ToArray();
    }

    private async Task<Stream> ConnectAsync(Func<Socket> open, EndPoint place, string refusal, CancellationToken cancellationToken)
    {
        Socket? socket = null;
        try
        {
            socket = open();
            await socket.ConnectAsync(place, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException failure)
        {
            // Without a socket nobody has been asked: this process has no descriptor left.
            var what = socket is null ? "no socket can be opened" : refusal;
            socket?.Dispose();
            throw new HostException(Name, $"{what}: {failure.Message}.", failure);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }

    private async Task<bool> RunsAsync(int pid, long startTime, CancellationToken cancellationToken)
    {
        var stat = await ReadFileAsync($"/proc/{pid}/stat", cancellationToken).ConfigureAwait(false);
        return ProcessStat.StartTime(stat) == startTime;
    }
}
