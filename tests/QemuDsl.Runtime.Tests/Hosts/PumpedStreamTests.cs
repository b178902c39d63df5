namespace QemuDsl.Runtime.Tests;

/// <summary>A pipe that nobody closes is a descriptor lost for every VM.</summary>
public sealed class PumpedStreamTests
{
    [Fact]
    public async Task Pipe_is_closed_when_it_has_ended()
    {
        var source = new Source(new byte[3]);
        await using var pumped = PumpedStream.Of(source, "test");

        await pumped.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => source.IsClosed, "the pipe is closed");
    }

    [Fact]
    public async Task Pipe_is_closed_when_nobody_reads_it_any_more()
    {
        var source = new Source(new byte[8 * 1024 * 1024]);

        await PumpedStream.Of(source, "test").DisposeAsync();

        await Eventually.TrueAsync(() => source.IsClosed, "the pipe is closed");
    }

    private sealed class Source(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            IsClosed = true;
        }
    }
}
