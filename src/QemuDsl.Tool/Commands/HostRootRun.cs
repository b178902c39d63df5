using System.CommandLine;
using System.Globalization;
using System.Text;
using QemuDsl.Automation;
using QemuDsl.Nfv;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl run --host-root</c>: a program of the host in a VM on its root.</summary>
internal static class HostRootRun
{
    public static async Task<int> RunAsync(RunOptions options, ParseResult parsed, Interrupts interrupts)
    {
        var words = parsed.GetValue(options.Arguments);
        if (words is not { Length: > 0 })
        {
            throw new ToolException("--host-root runs a program, and none is named. Write it after '--', such as: qemu-dsl run --host-root -- uname -r");
        }

        try
        {
            return await RunAsync(options, parsed, words, interrupts.Stop).ConfigureAwait(false);
        }
        catch (QemuException failure)
        {
            // Any smaller code could be the program's own.
            throw new ToolException(failure.Message, ExitCodes.NotExecuted);
        }
    }

    private static async Task<int> RunAsync(RunOptions options, ParseResult parsed, string[] words, CancellationToken cancellationToken)
    {
        var limit = GivenOptions.Given(parsed, options.Timeout) is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(parsed.GetValue(options.Timeout));
        var vms = NamedVms.Open(parsed.GetValue(options.Host)!);
        await using (vms.ConfigureAwait(false))
        {
            var (kernel, memory) = (parsed.GetValue(options.Kernel.Kernel), parsed.GetValue(options.Kernel.Memory));
            var vm = await options.HostRoot.VmAsync(parsed, vms.Host, kernel, memory, words, cancellationToken).ConfigureAwait(false);
            using var progress = new ProgressView(new Screen(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
            var asJson = parsed.GetValue(options.AsJson);
            var output = asJson ? new MemoryStream() : Console.OpenStandardOutput();
            await using (output.ConfigureAwait(false))
            {
                var result = await vms.Host.RunAsync(vm, limit, new VmOptions { Progress = progress }, output, cancellationToken).ConfigureAwait(false);
                var code = result is WorkloadExited exited ? exited.Code : throw new ToolException($"{words[0]}: {Words(result)}", ExitCodes.NotExecuted);
                if (output is MemoryStream collected)
                {
                    var end = new ProgramEnd(code, null, Encoding.UTF8.GetString(collected.ToArray()), "", false);
                    await Answer.WriteAsync(parsed.InvocationConfiguration.Output, asJson, end, ToolJson.Default.ProgramEnd, static _ => []).ConfigureAwait(false);
                }

                return code;
            }
        }
    }

    private static string Words(WorkloadResult result) => result switch
    {
        WorkloadFailed { Reason: var reason } => $"the guest could not run it: {reason}.",
        WorkloadPanicked { Message: var message } => $"the guest's kernel panicked: {message}",
        WorkloadPoweredOff => "the guest went off before it had ended.",
        WorkloadTimedOut { After: var after } => string.Create(CultureInfo.InvariantCulture, $"it did not end within {after.TotalSeconds:0.###} s. Raise --timeout."),
        WorkloadKilled { Signal: { } signal } => string.Create(CultureInfo.InvariantCulture, $"QEMU was ended by signal {signal} before it had ended."),
        _ => "QEMU was ended before it had ended.",
    };
}
