using System.CommandLine;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl completion</c>: what makes a shell complete the tool's command line.</summary>
internal static class CompletionCommand
{
    // The tool itself knows what comes next, so that a newer one needs no newer script. What it does not know is the name of a file.
    private const string Bash =
        """
        _qemu_dsl() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("$1" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$2"))
        }
        complete -o bashdefault -o default -F _qemu_dsl qemu-dsl
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash." };
        shell.AcceptOnlyFromAmong("bash");
        var command = new Command("completion", "Print a script that completes commands and options: eval \"$(qemu-dsl completion bash)\"") { shell };
        command.SetAction(static async (parsed, _) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Bash).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }
}
