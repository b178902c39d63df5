using System.CommandLine;

namespace QemuDsl.Tool;

/// <summary>Runs the tool and turns what went wrong into one message and an exit code.</summary>
internal static class ToolRunner
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        // Ctrl-C and TERM cancel; the VM is then stopped in its stages, so the process may take its time.
        var configuration = new InvocationConfiguration
        {
            Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
        };
        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCodes.BadRequest : code;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Cancelled; the VM was stopped.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (Exception failure) when (failure is ToolException or FormatException or ArgumentException or Runtime.QemuStartException)
        {
            await errors.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitCodes.BadRequest;
        }
        catch (QemuException failure)
        {
            await errors.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitCodes.NotBooted;
        }
    }
}
