using System.Text;
using System.Threading.Channels;

namespace QemuDsl.Tool.Output;

/// <summary>
/// Writes behind the caller's back, in order. .NET gives both standard streams one lock: a reader of standard output that does not read
/// would hold up whoever reports on standard error, and with it the stop of a VM.
/// </summary>
internal sealed class QueuedWriter : TextWriter
{
    // What the stuck reader of the other stream keeps from being written by then is given up.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _texts = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    public QueuedWriter(TextWriter inner)
    {
        Encoding = inner.Encoding;
        _writing = WriteAllAsync(inner);
    }

    public override Encoding Encoding { get; }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => _texts.Writer.TryWrite(value ?? "");

    public override void WriteLine(string? value) => Write(value + NewLine);

    /// <summary>Waits until all is written.</summary>
    public override async ValueTask DisposeAsync()
    {
        _texts.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(LastWords, TimeProvider.System)).ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAllAsync(TextWriter inner)
    {
        await foreach (var text in _texts.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await inner.WriteAsync(text).ConfigureAwait(false);
        }
    }
}
