using System.Runtime.CompilerServices;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>What a command reads. A connection that is gone is an <see cref="IOException"/>, as of any other stream.</summary>
internal sealed class CommandInput(Stream channel) : Stream
{
    private bool _ended;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    // Writing waits for room in the channel's window, so never on the caller's thread.
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.Run(() => Write(buffer, offset, count), cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = buffer.ToArray();
        await Task.Run(() => Write(bytes, 0, bytes.Length), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Write(byte[] buffer, int offset, int count) => Guard(() => channel.Write(buffer, offset, count));

    public override void Flush() => Guard(channel.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended)
        {
            _ended = true;
            try
            {
                EnsureEnd();
                Guard(channel.Dispose);
            }
            catch (IOException)
            {
                // The other side knows already.
            }
        }

        base.Dispose(disposing);
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
