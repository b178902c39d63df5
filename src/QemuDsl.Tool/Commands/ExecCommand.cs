using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl exec</c>: runs a program in a guest, through its agent.</summary>
internal static class ExecCommand
{
    // The agent cannot end a program, so a limit would only stop listening to it; Ctrl-C does that.
    private static readonly GuestProgramOptions Unhurried = new() { Timeout = TimeSpan.FromDays(7) };

    public static Command Create()
    {
        var name = CommonOptions.Vm();
        var collect = new Option<bool>("--collect")
        {
            Description = "Print the output at the end, stdout and stderr apart, at most 16 MiB each; for guests without a POSIX shell.",
        };
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var program = new Argument<string[]>("program")
        {
            Description = "After '--': a program of the guest and its arguments; no shell reads them.", Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("exec", "Run a program in the guest, through the guest agent. Its exit code is that of this program.")
        {
            name, collect, host, asJson, program,
        };
        command.SetAction((parsed, cancellationToken) => ToolFailures.AsExecAsync(async () =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var vm = await AttachAsync(vms, parsed.GetValue(name)!, cancellationToken).ConfigureAwait(false);
                await using (vm.ConfigureAwait(false))
                {
                    var (streams, words) = (parsed.InvocationConfiguration, parsed.GetValue(program)!);
                    return parsed.GetValue(collect) || parsed.GetValue(asJson)
                        ? await CollectAsync(vm, words, streams.Output, streams.Error, parsed.GetValue(asJson), cancellationToken).ConfigureAwait(false)
                        : await StreamAsync(vm, words, streams.Output, cancellationToken).ConfigureAwait(false);
                }
            }
        }));
        return command;
    }

    private static async Task<VirtualMachine> AttachAsync(NamedVms vms, string name, CancellationToken cancellationToken)
    {
        var entry = await VmFinder.FindAsync(vms, name, cancellationToken).ConfigureAwait(false);
        return entry.GuestAgent is null
            ? throw new ToolException(
                $"The VM '{Printable.Text(name)}' has no port for a guest agent. Start it with 'qemu-dsl up --agent', and qemu-ga in the guest.")
            : await vms.Host.AttachAsync(entry.Directory, null, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> StreamAsync(VirtualMachine vm, string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        var ended = new GuestProgramResult();
        var decoder = System.Text.Encoding.UTF8.GetDecoder();
        var saying = vm.Agent.StreamAsync(words[0], words[1..], Unhurried, result => ended = result, cancellationToken);
        await foreach (var bytes in saying.ConfigureAwait(false))
        {
            var characters = new char[decoder.GetCharCount(bytes.Span, flush: false)];
            decoder.GetChars(bytes.Span, characters, flush: false);
            await output.WriteAsync(characters, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return CodeOf(ended);
    }

    private static async Task<int> CollectAsync(
        VirtualMachine vm, string[] words, TextWriter output, TextWriter errors, bool asJson, CancellationToken cancellationToken)
    {
        var result = await vm.Agent.RunAsync(words[0], words[1..], Unhurried, cancellationToken).ConfigureAwait(false);
        if (asJson)
        {
            var end = new ProgramEnd(CodeOf(result), result.Signal, result.Output, result.Error, result.IsTruncated);
            await Answer.WriteAsync(output, asJson, end, ToolJson.Default.ProgramEnd, static _ => []).ConfigureAwait(false);
            return CodeOf(result);
        }

        await output.WriteAsync(result.Output).ConfigureAwait(false);
        await errors.WriteAsync(result.Error).ConfigureAwait(false);
        return CodeOf(result);
    }

    private static int CodeOf(GuestProgramResult result) => result.ExitCode ?? 128 + (result.Signal ?? 0);
}
