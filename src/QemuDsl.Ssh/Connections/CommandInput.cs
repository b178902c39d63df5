using System.Runtime.CompilerServices;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>What a command reads. A connection that is gone is an <see cref="IOException"/>, as of any other stream.</summary>
internal sealed class CommandInput(Stream channel, CancellationToken lost) : Stream
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(16);

    private readonly ChannelGate? _gate = ChannelGate.Of(channel);
    private bool _ended;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = buffer.ToArray();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
        try
        {
            await WriteAsync(bytes, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The SSH connection is gone.");
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush() => Guard(channel.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The end of the input. Not on the caller's thread: it waits for a write under way, and that for a socket that may be full.</summary>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await Task.Run(() => Dispose(disposing: true), CancellationToken.None).WaitAsync(lost).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The other side is gone.
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !Interlocked.Exchange(ref _ended, true))
        {
            try
            {
                EnsureEnd();
                Guard(End);
            }
            catch (IOException)
            {
                // The other side knows already.
            }
        }

        base.Dispose(disposing);
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : pause < LongestPause ? 2 * pause : pause;

    private async Task WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        for (var written = 0; written < bytes.Length;)
        {
            // A socket that is full blocks whoever sends, so never on the caller's thread.
            var from = written;
            var count = await Task.Run(() => WriteWhatFits(bytes, from), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            written += count;
            pause = count > 0 ? TimeSpan.Zero : Longer(pause);
            if (count == 0)
            {
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private int WriteWhatFits(byte[] bytes, int from)
    {
        var count = bytes.Length - from;
        Guard(() =>
        {
            using var open = Open();
            count = (int)Math.Min((uint)count, _gate?.Room ?? uint.MaxValue);
            channel.Write(bytes, from, count);
        });
        return count;
    }

    private void End()
    {
        using var open = Open();
        channel.Dispose();
    }

    private Lock.Scope Open()
    {
        if (_gate is null)
        {
            return default;
        }

        var open = _gate.Enter();
        if (_gate.IsOpen)
        {
            return open;
        }

        open.Dispose();
        throw new InvalidOperationException("the command has ended.");
    }

    // SSH.NET 2026.0.0 tells the other side of the end only where something was written before it. A command that reads would wait for ever.
    private void EnsureEnd()
    {
        try
        {
            Written(channel) += 1;
        }
        catch (Exception changed) when (changed is MissingFieldException or TypeLoadException or InvalidCastException)
        {
            // Another version, or no channel at all.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_totalPosition")]
    private static extern ref long Written([UnsafeAccessorType("Renci.SshNet.Common.ChannelInputStream, Renci.SshNet")] object stream);

    private static void Guard(Action act)
    {
        try
        {
            act();
        }
        catch (Exception gone) when (gone is SshException or ObjectDisposedException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new IOException($"The SSH channel is closed: {gone.Message}", gone);
        }
    }
}
