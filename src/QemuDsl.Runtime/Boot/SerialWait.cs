using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

internal sealed class SerialWait(Regex pattern) : BootWait
{
    public override string Description => $"'{pattern}' on the serial console";

    internal override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        if (context.Serial is not { } serial)
        {
            throw new ImpossibleWaitException(context.Console.Missing);
        }

        var match = new SerialMatch(pattern);
        serial.Add(match);
        try
        {
            await match.Found.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            serial.Remove(match);
        }
    }
}
