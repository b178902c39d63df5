using System.Text;

namespace QemuDsl.Runtime;

/// <summary>A script that changes a host, prints "ready", and puts everything back when its input ends.</summary>
internal static class LeaseScript
{
    /// <summary>Waits until it is ready; else returns what it said.</summary>
    public static async Task<string?> RefusalAsync(IHostProcess process, CancellationToken cancellationToken)
    {
        using var words = new StreamReader(process.Stdout, Encoding.UTF8, leaveOpen: true);
        if (await words.ReadLineAsync(cancellationToken).ConfigureAwait(false) == "ready")
        {
            return null;
        }

        using var errors = new StreamReader(process.Stderr, Encoding.UTF8, leaveOpen: true);
        return await errors.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends its input and gives it time. Killed before it has put things back, it would never do so.</summary>
    public static async Task EndAsync(IHostProcess process, TimeSpan patience, TimeProvider time)
    {
        try
        {
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The script has ended already.
        }

        await Task.WhenAny(process.Completion, Task.Delay(patience, time)).ConfigureAwait(false);
    }
}
