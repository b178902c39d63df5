using System.CommandLine;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl completion</c>: what makes a shell complete the tool's command line.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh or fish." };
        shell.AcceptOnlyFromAmong(CompletionScripts.Shells);
        var asJson = CommonOptions.AsJson();
        var command = new Command("completion", "Print a script that completes commands and options: eval \"$(qemu-dsl completion bash)\"") { shell, asJson };
        command.SetAction(async (parsed, _) =>
        {
            var name = parsed.GetValue(shell)!;
            await Answer.WriteAsync(
                parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), new ShellScript(name, CompletionScripts.Of(name)),
                ToolJson.Default.ShellScript, static script => [script.Script]).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }
}
