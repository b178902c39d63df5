namespace QemuDsl.Runtime;

public sealed partial class GuestAgentClient
{
    // In base64 a line of 340 KiB; the agent's own limit for one read is 48 MiB.
    private const int ChunkBytes = 256 * 1024;

    /// <summary>Bytes of a file of the guest (<c>guest-file-open</c>, <c>-read</c>, <c>-close</c>).</summary>
    /// <param name="path">Its absolute path there.</param>
    /// <param name="limit">How many bytes it may have at most; the guest may have put anything there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GuestAgentException">It cannot be read, or is larger.</exception>
    public async Task<byte[]> ReadFileAsync(string path, long limit = 64 * 1024 * 1024, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream();
        await ReadFileAsync(path, content, limit, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>Copies a file of the guest into a stream, piece by piece.</summary>
    /// <param name="path">Its absolute path there.</param>
    /// <param name="destination">Where its bytes go.</param>
    /// <param name="limit">How many bytes it may have at most; a file of a hostile guest may never end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GuestAgentException">It cannot be read, or is larger.</exception>
    public async Task ReadFileAsync(string path, Stream destination, long limit, CancellationToken cancellationToken = default)
    {
        var handle = await OpenAsync(path, "r", cancellationToken).ConfigureAwait(false);
        try
        {
            for (var total = 0L; ;)
            {
                var (bytes, isEnd) = await ReadChunkAsync(handle, cancellationToken).ConfigureAwait(false);
                total += bytes.Length;
                if (total > limit)
                {
                    throw GuestAgentException.Failed("guest-file-read", $"{path} has more than {limit} bytes. Raise the limit if that is right");
                }

                await destination.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                if (isEnd || bytes.Length == 0)
                {
                    return;
                }
            }
        }
        finally
        {
            _ = CloseBehindAsync(handle);
        }
    }

    /// <summary>Writes a file of the guest, over what was there (<c>guest-file-open</c>, <c>-write</c>, <c>-close</c>).</summary>
    /// <param name="path">Its absolute path there.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Gives up; the file may be there in part.</param>
    /// <exception cref="GuestAgentException">It cannot be written.</exception>
    public async Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        using var source = new MemoryStream(content.ToArray(), writable: false);
        await WriteFileAsync(path, source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a stream into a file of the guest, piece by piece, over what was there.</summary>
    /// <param name="path">Its absolute path there.</param>
    /// <param name="source">Its bytes, from where the stream stands to its end.</param>
    /// <param name="cancellationToken">Gives up; the file may be there in part.</param>
    /// <exception cref="GuestAgentException">It cannot be written.</exception>
    public async Task WriteFileAsync(string path, Stream source, CancellationToken cancellationToken = default)
    {
        var handle = await OpenAsync(path, "w", cancellationToken).ConfigureAwait(false);
        try
        {
            var buffer = new byte[ChunkBytes];
            for (int count; (count = await source.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await WriteChunkAsync(path, handle, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            _ = CloseBehindAsync(handle);
            throw;
        }

        // The agent may keep the last bytes until then.
        await CloseBehindAsync(handle).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // Whoever gives up while the agent opens it never learns the handle: it is closed behind him.
    private async Task<long> OpenAsync(string path, string mode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var opening = AskToOpenAsync(path, mode);
        try
        {
            return await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = _channel.BehindAsync(token => CloseWhenOpenAsync(opening, token));
            throw;
        }
    }

    private async Task<long> AskToOpenAsync(string path, string mode) => (await AskAsync(
        "guest-file-open",
        writer =>
        {
            writer.WriteString("path", path);
            writer.WriteString("mode", mode);
        },
        CancellationToken.None).ConfigureAwait(false)).Number();

    private async Task CloseWhenOpenAsync(Task<long> opening, CancellationToken cancellationToken) =>
        await CloseFileAsync(await opening.WaitAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<(byte[] Bytes, bool IsEnd)> ReadChunkAsync(long handle, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            "guest-file-read",
            writer =>
            {
                writer.WriteNumber("handle", handle);
                writer.WriteNumber("count", ChunkBytes);
            },
            cancellationToken).ConfigureAwait(false);
        return (answer.Required("buf-b64").Bytes(), answer.Required("eof").Flag());
    }

    private async Task WriteChunkAsync(string path, long handle, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var rest = bytes;
            var answer = await AskAsync(
                "guest-file-write",
                writer =>
                {
                    writer.WriteNumber("handle", handle);
                    writer.WriteBase64String("buf-b64", rest.Span);
                },
                cancellationToken).ConfigureAwait(false);
            var written = answer.Required("count").Number();
            bytes = written > 0 && written <= bytes.Length
                ? bytes[(int)written..]
                : throw GuestAgentException.Failed("guest-file-write", $"{path} took {written} of {bytes.Length} bytes. Its disk may be full");
        }
    }

    // A handle stays open in the agent for ever otherwise, also when the caller has given up: who does not wait for that gets his own failure.
    private Task CloseBehindAsync(long handle) => _channel.BehindAsync(token => CloseFileAsync(handle, token));

    private Task<AgentValue> CloseFileAsync(long handle, CancellationToken cancellationToken) =>
        AskAsync("guest-file-close", writer => writer.WriteNumber("handle", handle), cancellationToken);
}
