using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Runs small shell programs on a host: one exec each, values as arguments, never spliced into the text.</summary>
internal sealed class HostShell(IVmHost host) : IShell
{
    /// <summary>What a host with thousands of CPUs and processes prints stays well below.</summary>
    public const int OutputLimit = 16 * 1024 * 1024;

    public string HostName => host.Name;

    /// <summary>The command that runs one of the scripts of this assembly.</summary>
    public static HostCommand Command(string script, IEnumerable<string> arguments) =>
        new("/bin/sh", ["-c", Load(script), "qemu-dsl", .. arguments]);

    /// <summary>The text of one of them.</summary>
    public static string Load(string script)
    {
        using var stream = typeof(HostShell).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public Task<ShellResult> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(host, script, arguments, cancellationToken);

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="HostException">It could not be started, or printed without end.</exception>
    public static async Task<ShellResult> RunAsync(
        IVmHost host, string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var process = await host.StartProcessAsync(Command(script, arguments), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            var output = ReadAsync(host, process, process.Stdout, script, cancellationToken);
            var errors = ReadAsync(host, process, process.Stderr, script, cancellationToken);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            var code = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new ShellResult(code, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
    }

    private static async Task<string> ReadAsync(
        IVmHost host, IHostProcess process, Stream stream, string script, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            await text.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            if (text.Length > OutputLimit)
            {
                // The reader of its other stream would wait for ever on a process that nobody reads.
                process.Kill();
                throw new HostException(host.Name, $"{script} printed more than {OutputLimit} bytes and was ended.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
