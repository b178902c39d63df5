using System.IO.Pipelines;

namespace QemuDsl.Runtime;

/// <summary>
/// Makes a stream whose reading blocks a thread, whatever the call is named, truly asynchronous: a thread of its own reads, or a few dozen VMs
/// would starve the pool. For whoever implements <see cref="IVmHost"/>.
/// </summary>
public static class PumpedStream
{
    private const int Pause = 1 << 20;

    /// <summary>The same bytes; at most a mebibyte is read ahead.</summary>
    /// <param name="source">The stream that blocks, such as an anonymous pipe. Its end, and any error, is the end of the result.</param>
    /// <param name="name">What its thread is called.</param>
    public static Stream Of(Stream source, string name)
    {
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: Pause, resumeWriterThreshold: Pause / 2, readerScheduler: PipeScheduler.ThreadPool, useSynchronizationContext: false));
        new Thread(() => Pump(source, pipe.Writer)) { IsBackground = true, Name = $"qemu-dsl {name}" }.Start();
        return pipe.Reader.AsStream();
    }

    private static void Pump(Stream source, PipeWriter writer)
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
        }
    }
}
