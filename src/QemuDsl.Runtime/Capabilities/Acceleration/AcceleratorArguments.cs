using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Adds to a command line the accelerator that works on its host.</summary>
internal static class AcceleratorArguments
{
    private static readonly string[] Naming = ["-accel", "-enable-kvm"];

    public static async Task<IReadOnlyList<string>> AddAsync(
        IVmHost host, string program, IReadOnlyList<string> arguments, CapabilityOptions options, CancellationToken cancellationToken)
    {
        var given = CommandLineOption.Read(arguments);
        if (given.FirstOrDefault(NamesAccelerator) is { } named)
        {
            throw new QemuStartException(
                $"VmOptions.Accelerator is Auto, and the command says {named} itself, so QEMU was not started. Leave one of them out.");
        }

        var decision = await new AcceleratorChooser(host, options).ChooseAsync(program, cancellationToken).ConfigureAwait(false);
        if (!decision.IsKvm)
        {
            if (given.Any(static option => option.Name == "-cpu" && option.Value.Split(',')[0] == "host"))
            {
                throw new QemuStartException(
                    $"'-cpu host' needs KVM, and guests run under TCG here: {decision.Reason}. "
                    + "Use '-cpu max', which is the host's CPU under KVM.");
            }

            Log.NoKvm(host.LoggerFactory.CreateLogger("QemuDsl.Runtime"), decision.Reason);
        }

        return [.. arguments, "-accel", decision.Accelerator];
    }

    private static bool NamesAccelerator(CommandLineOption option) =>
        Naming.Contains(option.Name) || (option.IsMachine && option.Key("accel") is not null);
}
