using QemuDsl.CompilerServices;

namespace QemuDsl;

/// <summary>What can be said about something to be plugged in before QEMU is asked.</summary>
internal static class PlugChecks
{
    public static Findings Run(OptionGraph graph, IReadOnlyList<int> added, PlugContext context)
    {
        var findings = new Findings(context.Version);
        foreach (var position in added)
        {
            ref var entry = ref graph.Entries[position];
            findings.Enter(entry.Description);
            findings.Lifetime(null, true, entry.Description.Lifetime);
            entry.Option.Check(findings);
            if (PlugPlan.Addition(entry.Description.Kind) is null)
            {
                findings.Error(
                    FindingIds.NotHotPluggable, null, null, "cannot be added to a VM that runs: QMP has no command for it",
                    "Add it to the command.");
            }
            else if (entry.Option is IDevice device)
            {
                Device(device, context.Arguments, findings);
            }
        }

        return findings;
    }

    private static void Device(IDevice device, IReadOnlyList<string> arguments, Findings findings)
    {
        var bus = device switch
        {
            IIsaDevice => "ISA",
            IIdeDevice => "IDE and SATA",
            IFloppyDevice => "floppy",
            IVirtioMmioDevice => "virtio-mmio",
            _ => null,
        };
        if (bus is not null)
        {
            findings.Error(
                FindingIds.NotHotPluggable, null, null, $"cannot be added to a VM that runs: {bus} buses take no devices then",
                "Add it to the command, or use a device for a PCI, USB or SCSI bus.");
        }
        else if (device is IPciSlotDevice { PciBus: null } && HasExpressRoot(Machine(arguments)))
        {
            findings.Error(
                FindingIds.NotHotPluggable, "bus", null,
                "cannot be added to a VM that runs: the root bus of this machine (pcie.0) takes no devices then",
                "Add a PcieRootPort to the command, one for each such device, and name it as its bus.");
        }
    }

    private static string? Machine(IReadOnlyList<string> arguments)
    {
        var option = Enumerable.Range(0, arguments.Count).LastOrDefault(index => arguments[index] is "-machine" or "-M" or "--machine", -1);
        var value = option < 0 || option + 1 == arguments.Count ? null : arguments[option + 1].Split(',')[0];
        return value?.StartsWith("type=", StringComparison.Ordinal) == true ? value["type=".Length..] : value;
    }

    private static bool HasExpressRoot(string? machine) =>
        machine is not null && (machine is "q35" or "virt" or "microvm"
            || machine.StartsWith("pc-q35-", StringComparison.Ordinal) || machine.StartsWith("virt-", StringComparison.Ordinal));
}
