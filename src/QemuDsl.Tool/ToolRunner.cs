using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Commands;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool;

/// <summary>Runs the tool and turns what went wrong into one message and an exit code.</summary>
internal static class ToolRunner
{
    public static async Task<int> RunAsync(
        RootCommand root, string[] arguments, TextWriter output, TextWriter errors, Interrupts interrupts)
    {
        // The signals are ours: the parser's own handling ends the process after the first.
        var configuration = new InvocationConfiguration
        {
            Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
        };
        ChangeHelp(root);
        var parsed = root.Parse(arguments);
        try
        {
            return await InvokeAsync(parsed, configuration, interrupts.Stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupts.Stop.IsCancellationRequested)
        {
            return await TellAsync(parsed, configuration, "Cancelled.", ExitCodes.Cancelled).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ToolException or QemuException or IOException or UnauthorizedAccessException)
        {
            return await TellAsync(parsed, configuration, failure.Message, CodeOf(failure)).ConfigureAwait(false);
        }
    }

    private static int CodeOf(Exception failure) => failure switch
    {
        ToolException wrong => wrong.ExitCode,
        QemuStartException or AutomationException => ExitCodes.BadRequest,
        _ => ExitCodes.Failed,
    };

    // Who asked for JSON reads standard output, and finds there what came of it either way.
    private static async Task<int> TellAsync(ParseResult parsed, InvocationConfiguration configuration, string message, int exitCode)
    {
        if (!GivenOptions.IsJsonWanted(parsed))
        {
            await configuration.Error.WriteLineAsync(message).ConfigureAwait(false);
            return exitCode;
        }

        // A reader that does not read is not waited for.
        var output = new QueuedWriter(configuration.Output);
        await using (output.ConfigureAwait(false))
        {
            await output.WriteLineAsync(new JsonLine { Error = message, ExitCode = exitCode }.ToString()).ConfigureAwait(false);
        }

        return exitCode;
    }

    private static async Task<int> InvokeAsync(
        ParseResult parsed, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        if (parsed.Action is ParseErrorAction && GivenOptions.IsJsonWanted(parsed))
        {
            var wrong = string.Join('\n', parsed.Errors.Select(static error => error.Message));
            return await TellAsync(parsed, configuration, wrong, ExitCodes.BadRequest).ConfigureAwait(false);
        }

        var bare = parsed.Tokens.Count == 0;
        if (parsed.Action is ParseErrorAction error)
        {
            // The whole help would bury what is wrong.
            error.ShowHelp = bare;
            if (!bare)
            {
                // A guess what was meant is no answer.
                configuration.Output = configuration.Error;
            }
        }

        var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        if (parsed.Action is not ParseErrorAction)
        {
            return code;
        }

        if (!bare)
        {
            var command = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
            await configuration.Error.WriteLineAsync($"Try 'qemu-dsl {command}--help'.").ConfigureAwait(false);
        }

        return ExitCodes.BadRequest;
    }

    private static void ChangeHelp(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();

        // Those of other systems: a shell would offer them as completions.
        foreach (var alias in (string[])["/h", "/?", "-?"])
        {
            help.Aliases.Remove(alias);
        }

        help.Action = new HelpWithExitCodes((SynchronousCommandLineAction)help.Action!);
    }
}
