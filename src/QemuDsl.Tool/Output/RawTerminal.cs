using System.ComponentModel;
using System.Diagnostics;

namespace QemuDsl.Tool.Output;

/// <summary>A terminal that hands over each key as it is, and is itself again afterwards. Without a terminal it does nothing.</summary>
internal sealed class RawTerminal : IAsyncDisposable
{
    private readonly string? _before;

    private RawTerminal(string? before) => _before = before;

    /// <summary>Hands over what is typed, Ctrl-C too.</summary>
    /// <exception cref="ToolException">It cannot be told to.</exception>
    public static async Task<RawTerminal> EnterAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return new RawTerminal(null);
        }

        var before = await SttyAsync(["-g"], cancellationToken).ConfigureAwait(false);
        await SttyAsync(["raw", "-echo"], cancellationToken).ConfigureAwait(false);
        return new RawTerminal(before);
    }

    public async ValueTask DisposeAsync()
    {
        if (_before is not null)
        {
            await SttyAsync([_before], CancellationToken.None).ConfigureAwait(false);
        }
    }

    // It works on the terminal that is its standard input, which is ours.
    private static async Task<string> SttyAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var stty = Process.Start(new ProcessStartInfo("stty", arguments) { RedirectStandardOutput = true })!;
            var said = await stty.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await stty.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return said.Trim();
        }
        catch (Win32Exception missing)
        {
            throw new ToolException($"The terminal cannot be set up: stty: {missing.Message}. Install coreutils, or read the console in a pipe.");
        }
    }
}
