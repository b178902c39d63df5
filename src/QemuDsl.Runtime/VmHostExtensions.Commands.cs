using System.Text;

namespace QemuDsl.Runtime;

public static partial class VmHostExtensions
{
    // What a host with thousands of CPUs and processes prints stays well below.
    internal const int OutputLimit = 16 * 1024 * 1024;

    /// <summary>Runs a command on a host to its end, without input.</summary>
    /// <param name="host">The host.</param>
    /// <param name="command">The command; its arguments stay arguments.</param>
    /// <param name="cancellationToken">Gives up; the command is ended.</param>
    /// <exception cref="HostException">It could not be started, printed more than 16 MiB, or the connection to the host was lost.</exception>
    public static async Task<HostResult> RunAsync(this IVmHost host, HostCommand command, CancellationToken cancellationToken = default)
    {
        var process = await host.StartProcessAsync(command, cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            var output = ReadAsync(host, process, process.Stdout, command, cancellationToken);
            var errors = ReadAsync(host, process, process.Stderr, command, cancellationToken);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            var code = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            return process.IsLost
                ? throw new HostException(host.Name, $"the connection was lost while '{command.Program}' ran.")
                : new HostResult(code, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
    }

    private static async Task<string> ReadAsync(
        IVmHost host, IHostProcess process, Stream stream, HostCommand command, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await NextAsync(host, stream, command, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            await text.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            if (text.Length > OutputLimit)
            {
                // The reader of its other stream would wait for ever on a process that nobody reads.
                process.Kill();
                throw new HostException(host.Name, $"'{command.Program}' printed more than {OutputLimit} bytes and was ended.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static async Task<int> NextAsync(
        IVmHost host, Stream stream, HostCommand command, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw new HostException(host.Name, $"what '{command.Program}' printed could not be read: {failure.Message}", failure);
        }
    }
}
