using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace QemuDsl.Runtime;

/// <summary>
/// QMP of a QEMU that connects to us: there is something to connect to before there is a QEMU, so that nobody polls for it, and no program
/// stands between. Reading and writing wait for it to come.
/// </summary>
internal sealed class QmpListener : ChannelStream
{
    private readonly string _path;
    [SuppressMessage("Usage", "CA2213", Justification = "Whoever accepts disposes it.")]
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task<NetworkStream?> _peer;
    private SocketException? _refusal;

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and giving up twice must be harmless.")]
    private readonly CancellationTokenSource _givenUp = new();

    /// <summary>Listens there from now on.</summary>
    /// <exception cref="SocketException">That cannot be.</exception>
    public QmpListener(string path)
    {
        _path = path;
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(path));
            _listener.Listen(1);
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        _peer = AcceptAsync();
    }

    /// <summary>Nobody is waited for any longer. Who has come stays.</summary>
    public void GiveUp() => _givenUp.Cancel();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await _peer.WaitAsync(cancellationToken).ConfigureAwait(false) is { } peer
            ? await peer.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)
            : _refusal is { } refusal ? throw new EndOfStreamException($"QEMU's connection could not be taken: {refusal.Message}.", refusal)
            : 0;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var peer = await _peer.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw new IOException("QEMU never connected.");
        await peer.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        GiveUp();
        if (await _peer.ConfigureAwait(false) is { } peer)
        {
            await peer.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    // One client, and no place left where another one could knock.
    private async Task<NetworkStream?> AcceptAsync()
    {
        try
        {
            return new NetworkStream(await _listener.AcceptAsync(_givenUp.Token).ConfigureAwait(false), ownsSocket: true);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (SocketException refusal)
        {
            // Such as that this process has no descriptor left for it.
            _refusal = refusal;
            return null;
        }
        finally
        {
            _listener.Dispose();
            Remove();
        }
    }

    private void Remove()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It goes with its directory.
        }
    }
}
