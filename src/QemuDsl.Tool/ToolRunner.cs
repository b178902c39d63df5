using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using QemuDsl.Automation;
using QemuDsl.Runtime;
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
        try
        {
            return await InvokeAsync(root.Parse(arguments), configuration, interrupts.Stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupts.Stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (Exception failure) when (failure is ToolException or QemuException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return failure switch
            {
                ToolException wrong => wrong.ExitCode,
                QemuStartException or AutomationException => ExitCodes.BadRequest,
                _ => ExitCodes.Failed,
            };
        }
    }

    private static async Task<int> InvokeAsync(
        ParseResult parsed, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
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
