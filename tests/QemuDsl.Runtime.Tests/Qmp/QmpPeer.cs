using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace QemuDsl.Runtime.Tests;

/// <summary>The other side of a QMP connection, in memory.</summary>
internal sealed class QmpPeer : IAsyncDisposable
{
    private readonly Pipe _toClient = new();
    private readonly Pipe _fromClient = new();
    private readonly LineReader _requests;

    public QmpPeer()
    {
        Client = new QmpClient(_toClient.Reader.AsStream(), _fromClient.Writer.AsStream());
        _requests = new LineReader(_fromClient.Reader.AsStream(), 1024 * 1024);
    }

    public QmpClient Client { get; }

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    public async Task SayAsync(byte[] bytes) => await _toClient.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Says something and hangs up in the same moment.</summary>
    public void SayLast(string text)
    {
        _toClient.Writer.Write(Encoding.UTF8.GetBytes(text));
        HangUp();
    }

    public void HangUp() => _toClient.Writer.Complete();

    public async Task<string> HearAsync() => Encoding.UTF8.GetString((await _requests.ReadAsync(TestContext.Current.CancellationToken))!);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _requests.DisposeAsync();
    }
}
