namespace QemuDsl.Runtime;

/// <summary>Ends with the first sign of failure and says which it was.</summary>
internal sealed class FailureWatch(BootFailureSigns signs, BootWait wait)
{
    public async Task<string> WatchAsync(BootContext context, CancellationToken cancellationToken)
    {
        var watches = new List<Task<string>> { EventAsync(context, cancellationToken) };
        if (context.Serial is { } serial)
        {
            watches.AddRange(signs.Serial.Select(pattern => SerialAsync(serial, pattern, cancellationToken)));
        }

        var first = await Task.WhenAny(watches).ConfigureAwait(false);
        return await first.ConfigureAwait(false);
    }

    private async Task<string> EventAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var events = context.Qmp.Subscribe();
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (signs.Events.Contains(raised.Name) && !wait.Expects(raised.Name))
            {
                return $"QEMU sent {raised.Name} {(raised.Data.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : Evidence.Printable(raised.Data.GetRawText()))}".TrimEnd();
            }
        }

        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        return "";
    }

    private static async Task<string> SerialAsync(SerialConsole serial, string pattern, CancellationToken cancellationToken)
    {
        var match = new SerialMatch(Boot.Pattern(pattern));
        serial.Add(match);
        try
        {
            return $"the guest wrote '{Evidence.Printable(await match.Found.WaitAsync(cancellationToken).ConfigureAwait(false))}'";
        }
        catch (EndOfStreamException)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return "";
        }
        finally
        {
            serial.Remove(match);
        }
    }
}
