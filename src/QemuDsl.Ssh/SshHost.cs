using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Ssh;

/// <summary>Another machine, reached by SSH. It needs what any host needs (<c>sh</c>, util-linux, coreutils), and socat, python3, perl or OpenBSD's nc.</summary>
/// <remarks>Connections are opened when they are needed and closed by disposing; VMs that still run end with them.</remarks>
public sealed class SshHost : IConnectedHost, IAsyncDisposable
{
    private readonly SshHostOptions _options;
    private readonly List<SshConnection> _connections = [];
    private readonly HashSet<Task> _closing = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _disposing = new();
    private readonly RemoteShell _shell;

    [SuppressMessage("Usage", "CA2213", Justification = "DisposeAsync disposes of it, behind a copy.")]
    private CancellationTokenSource? _lost;
    private int _commands;
    private string? _runRoot;
    private bool _disposed;

    /// <summary>The machine of that name or alias, as <c>ssh(1)</c> would reach it.</summary>
    public SshHost(string host)
        : this(new SshHostOptions { Host = host })
    {
    }

    /// <summary>A machine.</summary>
    public SshHost(SshHostOptions options)
    {
        _options = options;
        _shell = new RemoteShell(this, options.Sudo);
    }

    /// <inheritdoc/>
    public string Name => _options.Host;

    /// <inheritdoc/>
    public TimeProvider TimeProvider => _options.TimeProvider;

    /// <inheritdoc/>
    public ILoggerFactory LoggerFactory => _options.LoggerFactory;

    /// <inheritdoc/>
    public CancellationToken ConnectionLost
    {
        get
        {
            lock (_lock)
            {
                return _lost?.Token ?? CancellationToken.None;
            }
        }
    }

    /// <summary>How many commands were run there; each costs two round trips.</summary>
    internal int Commands => _commands;

    /// <summary>How many connections there are.</summary>
    internal int Connections => Living().Length;

    /// <summary>Connects and looks where VMs can run there, so that the first one does not wait for it.</summary>
    /// <exception cref="HostException">
    /// The host cannot be reached, its key is not known, nobody may log in, or there is no place for run directories.
    /// </exception>
    public async Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        await FindRunRootAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default) =>
        await _shell.FindProgramAsync(program, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<string> FindRunRootAsync(CancellationToken cancellationToken = default)
    {
        if (_runRoot is not { } known || ConnectionLost.IsCancellationRequested)
        {
            known = _runRoot = await _shell.FindRunRootAsync(_options.RunRoot, cancellationToken).ConfigureAwait(false);
        }

        return known;
    }

    /// <inheritdoc/>
    public Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default) =>
        _shell.RunAsync("rm -rf -- \"$1\"", [path], default, cancellationToken);

    /// <inheritdoc/>
    public Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        _shell.WriteFileAsync(path, content, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default) => _shell.ReadFileAsync(path, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default) =>
        _shell.ReadBytesAsync(path, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default) =>
        ConnectAsync(socketPath, wait: false, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default) =>
        OpenAsync(RemoteSocket.Tcp(address, port), cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var connecting = ConnectAsync(socketPath, wait: true, ending.Token);
        try
        {
            await listening.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await connecting.ConfigureAwait(false);
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (connecting.IsCompletedSuccessfully)
            {
                await (await connecting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);
        var line = ShellLine.Of(command, _options.Sudo);
        var full = new List<SshConnection>();
        while (true)
        {
            var connection = await TakeAsync(full, cancellationToken).ConfigureAwait(false);
            if (await connection.StartAsync(line, cancellationToken).ConfigureAwait(false) is { } process)
            {
                return process;
            }

            full.Add(connection);
        }
    }

    /// <inheritdoc/>
    public Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default) => _shell.KillAsync(pid, startTime, cancellationToken);

    /// <summary>Closes all connections; what still runs on them ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        await Task.WhenAll(Living().Select(static connection => connection.EndProcessesAsync())).ConfigureAwait(false);
        await _disposing.CancelAsync().ConfigureAwait(false);
        await _opening.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        await Task.WhenAll(Living().Select(static connection => connection.DisposeAsync().AsTask())).ConfigureAwait(false);
        await Task.WhenAll(Closing()).ConfigureAwait(false);
        if (_lost is { } lost)
        {
            await lost.CancelAsync().ConfigureAwait(false);
            lost.Dispose();
        }

        _opening.Dispose();
        _disposing.Dispose();
    }

    private Task KillAsync(RemoteProcess process) => _shell.KillGroupAsync(process, CancellationToken.None);

    private Task<Stream> ConnectAsync(string socketPath, bool wait, CancellationToken cancellationToken) =>
        OpenAsync(RemoteSocket.Unix(socketPath, wait), cancellationToken);

    private async Task<Stream> OpenAsync(RemoteSocket socket, CancellationToken cancellationToken)
    {
        var process = await StartProcessAsync(socket.Command, cancellationToken).ConfigureAwait(false);
        return await socket.OpenAsync(Name, process, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SshConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
        try
        {
            return await SshConnection.OpenAsync(_options, KillAsync, Forget, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException given)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ObjectDisposedException("The host was disposed while it was being connected to.", given);
        }
    }

    private async Task<SshConnection> TakeAsync(List<SshConnection> full, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var connection in Living().Except(full))
            {
                if (connection.TryTake())
                {
                    return connection;
                }

                if (connection.LostReason is not null)
                {
                    Forget(connection);
                }
            }

            var opened = await OpenAsync(cancellationToken).ConfigureAwait(false);
            Add(opened);
            return opened.TryTake() ? opened : throw new HostException(Name, $"the connection was lost at once: {opened.LostReason}.");
        }
        finally
        {
            _opening.Release();
        }
    }

    private void Add(SshConnection opened)
    {
        lock (_lock)
        {
            if (_connections.Count == 0)
            {
                // The host may have booted since.
                _runRoot = null;
                _lost = new CancellationTokenSource();
            }

            _connections.Add(opened);
        }

        // It may have been lost before anybody could forget it.
        if (opened.LostReason is not null)
        {
            Forget(opened);
        }
    }

    // Called when a connection is lost: what ran over it is gone, whatever others still carry.
    private void Forget(SshConnection gone)
    {
        CancellationTokenSource? lost;
        lock (_lock)
        {
            if (!_connections.Remove(gone))
            {
                return;
            }

            lost = _lost;
            _lost = _connections.Count == 0 ? lost : new CancellationTokenSource();
            var closing = Task.Run(() => gone.DisposeAsync().AsTask());
            _closing.Add(closing);
            _ = closing.ContinueWith(Closed, TaskScheduler.Default);
        }

        _ = lost?.CancelAsync();
    }

    private void Closed(Task closing)
    {
        lock (_lock)
        {
            _closing.Remove(closing);
        }
    }

    private SshConnection[] Living()
    {
        lock (_lock)
        {
            return [.. _connections];
        }
    }

    private Task[] Closing()
    {
        lock (_lock)
        {
            return [.. _closing];
        }
    }
}
