namespace QemuDsl.Runtime;

internal sealed class QmpEventWait(string name, Func<QmpEvent, bool>? predicate) : BootWait
{
    public override string Description => $"QMP event {name}";

    internal override bool Expects(string eventName) => eventName == name;

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var events = context.Qmp.Subscribe();
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (raised.Name == name && predicate?.Invoke(raised) != false)
            {
                return;
            }
        }

        throw new EndOfStreamException("QEMU ended.");
    }
}
