using System.IO.Pipelines;

namespace QemuDsl.Runtime;

/// <summary>
/// Makes a stream whose reading blocks a thread, whatever the call is named, truly asynchronous: a thread of its own reads, or a few dozen
/// VMs would starve the pool. For whoever implements <see cref="IVmHost"/>.
/// </summary>
public static class PumpedStream
{
    private const int Pause = 1 << 20;

    /// <summary>
    /// The same bytes; at most a mebibyte is read ahead. Once the result is disposed, the rest is read and thrown away: whoever keeps bytes
    /// until they are read would keep them for nobody.
    /// </summary>
    /// <param name="source">The stream that blocks, such as an anonymous pipe. Its end, and any error, is the end of the result.</param>
    /// <param name="name">What its thread is called.</param>
    public static Stream Of(Stream source, string name) => Start(source, name, Discard);

    /// <summary>
    /// One that closes its source when it has ended. A Process leaves that to whoever asked for its pipes: two descriptors of every VM
    /// would stay until they are collected. Nobody else can do it: closing a pipe waits for its reader, and the reader for every process
    /// that holds the other end.
    /// </summary>
    internal static Stream OfOwn(Stream source, string name) => Start(source, name, static pipe => pipe.Dispose());

    private static void Discard(Stream source)
    {
        try
        {
            var rest = new byte[16 * 1024];
            while (source.Read(rest) > 0)
            {
                // For nobody.
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private static Stream Start(Stream source, string name, Action<Stream> close)
    {
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: Pause,
            resumeWriterThreshold: Pause / 2,
            readerScheduler: PipeScheduler.ThreadPool,
            useSynchronizationContext: false));
        new Thread(() => Pump(source, pipe.Writer, close)) { IsBackground = true, Name = $"qemu-dsl {name}" }.Start();
        return pipe.Reader.AsStream();
    }

    private static void Pump(Stream source, PipeWriter writer, Action<Stream> close)
    {
        try
        {
            while (source.Read(writer.GetSpan(16 * 1024)) is > 0 and var count)
            {
                writer.Advance(count);
                var flush = writer.FlushAsync().AsTask().GetAwaiter().GetResult();
                if (flush.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The end of the process is the end of its output, however it is told.
        }
        finally
        {
            writer.Complete();
            close(source);
        }
    }
}
