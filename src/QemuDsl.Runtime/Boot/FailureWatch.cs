using System.Text.Json;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Ends with the first sign of failure and says which it was; with null once none can come any more.</summary>
internal sealed class FailureWatch(BootFailureSigns signs, BootWait wait)
{
    public async Task<string?> WatchAsync(BootContext context, CancellationToken cancellationToken)
    {
        var watches = new List<Task<string?>> { EventAsync(context, cancellationToken) };
        if (context.Serial is { } serial)
        {
            watches.AddRange(signs.Patterns.Select(pattern => SerialAsync(serial, pattern, cancellationToken)));
        }

        await foreach (var done in Task.WhenEach(watches).ConfigureAwait(false))
        {
            if (await done.ConfigureAwait(false) is { } sign)
            {
                return sign;
            }
        }

        return null;
    }

    private async Task<string?> EventAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var events = context.Qmp.Subscribe();
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (signs.Events.Contains(raised.Name) && !wait.Expects(raised.Name))
            {
                var data = raised.Data.ValueKind == JsonValueKind.Undefined ? "" : $" {Evidence.Printable(raised.Data.GetRawText())}";
                return $"QEMU sent {raised.Name}{data}";
            }
        }

        return null;
    }

    private static async Task<string?> SerialAsync(SerialConsole serial, Regex pattern, CancellationToken cancellationToken)
    {
        var match = new SerialMatch(pattern);
        serial.Add(match);
        try
        {
            return $"the guest wrote '{Evidence.Printable(await match.Found.WaitAsync(cancellationToken).ConfigureAwait(false))}'";
        }
        catch (EndOfStreamException)
        {
            return null;
        }
        finally
        {
            serial.Remove(match);
        }
    }
}
