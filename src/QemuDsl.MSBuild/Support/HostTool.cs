using System.Text;

namespace QemuDsl.MSBuild;

/// <summary>Runs a program of a host to its end.</summary>
internal static class HostTool
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        IVmHost host, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var process = await host.StartProcessAsync(new HostCommand(program, arguments), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            var output = ReadAsync(process.Stdout, cancellationToken);
            var errors = ReadAsync(process.Stderr, cancellationToken);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            return (await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false), await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
    }

    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }
}
