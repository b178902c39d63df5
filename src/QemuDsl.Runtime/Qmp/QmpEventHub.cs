using System.Threading.Channels;

namespace QemuDsl.Runtime;

/// <summary>Hands every event to every subscriber. A slow one loses its oldest events, never QEMU's answers.</summary>
internal sealed class QmpEventHub
{
    private const int Capacity = 1024;

    private readonly Lock _lock = new();
    private readonly List<Channel<QmpEvent>> _subscribers = [];
    private long _lost;
    private bool _completed;

    public long Lost => Interlocked.Read(ref _lost);

    public void Publish(QmpEvent raised)
    {
        lock (_lock)
        {
            foreach (var subscriber in _subscribers)
            {
                subscriber.Writer.TryWrite(raised);
            }
        }
    }

    public Channel<QmpEvent> Subscribe()
    {
        var bounds = new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true };
        var channel = Channel.CreateBounded<QmpEvent>(bounds, _ => Interlocked.Increment(ref _lost));
        lock (_lock)
        {
            _subscribers.Add(channel);
            if (_completed)
            {
                channel.Writer.Complete();
            }
        }

        return channel;
    }

    public void Unsubscribe(Channel<QmpEvent> channel)
    {
        lock (_lock)
        {
            _subscribers.Remove(channel);
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            _subscribers.ForEach(static subscriber => subscriber.Writer.TryComplete());
        }
    }
}
