using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>
/// Boots a guest of a few bytes under an accelerator and tells whether its code ran. The only place that starts KVM by itself.
/// </summary>
internal sealed class AcceleratorProbe(IVmHost host, string accelerator, TimeSpan limit)
{
    // Exit code of timeout(1) when it had to kill.
    private const int Killed = 137;

    // Only a host that does not answer, or a QEMU stuck in the kernel, takes so long.
    private readonly TimeSpan _patience = limit + TimeSpan.FromSeconds(4);
    private readonly string _limit = limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is wrong; null when the guest ran.</summary>
    /// <exception cref="HostException">It could not be told.</exception>
    public async Task<string?> TroubleAsync(string program, ProbeGuest guest, CancellationToken cancellationToken)
    {
        // Not ended half-way: the script takes away what it made when its second is over.
        using var deadline = new CancellationTokenSource(_patience, host.TimeProvider);
        cancellationToken.ThrowIfCancellationRequested();
        var trouble = await RunAsync(program, guest, deadline.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return trouble;
    }

    private async Task<string?> RunAsync(string program, ProbeGuest guest, CancellationToken deadline)
    {
        string[] arguments =
        [
            _limit, guest.Escaped(), program,
            "-nodefaults", "-no-user-config", "-display", "none", "-monitor", "none", "-serial", "stdio", "-no-reboot", "-m", "64",
            // The model with the most of the host's CPU: some KVMs refuse only that.
            "-accel", accelerator, "-cpu", "max", .. guest.Arguments,
        ];
        try
        {
            var result = await HostShell.RunAsync(host, "try-kvm.sh", arguments, deadline).ConfigureAwait(false);
            return result.Output.Contains(ProbeGuest.Line, StringComparison.Ordinal) ? null : Trouble(result);
        }
        catch (OperationCanceledException)
        {
            throw new HostException(
                host.Name,
                $"whether {accelerator} works could not be told within {_patience.TotalSeconds} s. "
                + "The host, or what is left of QEMU, is stuck.");
        }
    }

    private string Trouble(HostResult result)
    {
        // The shell tells of the kill too.
        var lines = result.Errors.Split('\n', StringSplitOptions.TrimEntries).Where(static line => line is not ("" or "Killed"));
        var words = string.Join(' ', lines);
        var said = words.Length > 0 ? $" (stderr: {Evidence.Printable(words)})" : "";
        return result.Code == Killed
            ? $"a guest of one sector did not come to its first output within {_limit} s, so QEMU was killed{said}"
            : string.Create(CultureInfo.InvariantCulture, $"QEMU ended with code {result.Code} before a guest of one sector had run{said}");
    }
}
