using System.CommandLine;
using QemuDsl.Tool;
using QemuDsl.Tool.Commands;
using QemuDsl.Tool.Output;

using var interrupts = new Interrupts();
var root = new RootCommand("Boots, watches and stops QEMU virtual machines.") { RunCommand.Create(interrupts), RenderCommand.Create() };
return await ToolRunner.RunAsync(root, args, GuardedWriter.Output(), GuardedWriter.Errors(), interrupts).ConfigureAwait(false);
