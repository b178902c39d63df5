using System.CommandLine;
using QemuDsl.Tool;
using QemuDsl.Tool.Commands;
using QemuDsl.Tool.Output;

using var interrupts = new Interrupts();

// Two streams on one terminal are written in turn, and nothing can be stuck in one alone.
var oneTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
var errors = oneTerminal ? (TextWriter)GuardedWriter.Errors() : new QueuedWriter(GuardedWriter.Errors());
await using (errors.ConfigureAwait(false))
{
    var root = new RootCommand("Boots, watches and stops QEMU virtual machines.")
    {
        RunCommand.Create(interrupts), RenderCommand.Create(), UpCommand.Create(), DownCommand.Create(), PsCommand.Create(),
        ExecCommand.Create(), LogsCommand.Create(), SweepCommand.Create(), ScreenshotCommand.Create(), DoctorCommand.Create(),
        ConsoleCommand.Create(), CompletionCommand.Create(),
    };
    return await ToolRunner.RunAsync(root, args, GuardedWriter.Output(), errors, interrupts).ConfigureAwait(false);
}
