using System.CommandLine;
using QemuDsl.Tool;
using QemuDsl.Tool.Commands;

var root = new RootCommand("Boots, watches and stops QEMU virtual machines.") { RunCommand.Create(), RenderCommand.Create() };
return await ToolRunner.RunAsync(root, args, Console.Out, Console.Error).ConfigureAwait(false);
