using System.IO.Pipelines;

namespace QemuDsl.Runtime;

/// <summary>
/// A pipe of a child process as a stream that is truly asynchronous. Reading an anonymous pipe blocks a thread whatever the call is
/// named; a thread of its own does that here, or a few dozen VMs would starve the pool.
/// </summary>
internal static class PumpedStream
{
    private const int Pause = 1 << 20;

    public static Stream Of(Stream source, string name)
    {
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: Pause,
            resumeWriterThreshold: Pause / 2,
            readerScheduler: PipeScheduler.ThreadPool,
            useSynchronizationContext: false));
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

            // A Process whose streams were handed out leaves closing them to whoever took them.
            source.Dispose();
        }
    }
}
