using System.Text;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>What a small program of a host prints.</summary>
internal static class HostOutput
{
    private const int Limit = 64 * 1024;

    /// <summary>Its stdout as text, at most 64 KiB; empty when it failed or is not there.</summary>
    public static async Task<string> ReadAsync(IVmHost host, string program, string[] arguments, CancellationToken cancellationToken)
    {
        if (await host.FindProgramAsync(program, cancellationToken).ConfigureAwait(false) is not { } path)
        {
            return "";
        }

        var process = await host.StartProcessAsync(new HostCommand(path, arguments), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var text = new byte[Limit];
            var count = await process.Stdout.ReadAtLeastAsync(text, Limit, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return count < Limit && await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false) == 0 ? Encoding.UTF8.GetString(text, 0, count) : "";
        }
    }
}
