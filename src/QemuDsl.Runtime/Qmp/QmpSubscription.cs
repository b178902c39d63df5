using System.Threading.Channels;

namespace QemuDsl.Runtime;

/// <summary>Events from the moment it was made.</summary>
internal sealed class QmpSubscription : IDisposable
{
    private readonly QmpEventHub _hub;
    private readonly Channel<QmpEvent> _channel;

    public QmpSubscription(QmpEventHub hub)
    {
        _hub = hub;
        _channel = hub.Subscribe();
    }

    public ChannelReader<QmpEvent> Reader => _channel.Reader;

    public void Dispose() => _hub.Unsubscribe(_channel);
}
