using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Whether a property of a profile can be on its machine. The fluent builder says it by a type constraint; a profile needs this.</summary>
internal static class ProfileChecks
{
    public static bool Fits(ITypeSymbol element, IPropertySymbol property, INamedTypeSymbol machine, AttributeData attribute, Reporter reporter)
    {
        var machineTarget = attribute.Positional<int>(1);
        if (element.Find("DeviceAttribute") is { } device)
        {
            return FitsBus(element, property, machine, device.Named<int>("Bus"), attribute.Named<int>("Buses"), reporter)
                && FitsTarget(element, property, machine, device.Named<int>("Target"), machineTarget, reporter);
        }

        var target = element.Find("CpuAttribute") is { } cpu ? cpu.Positional<int>(0) : element.Find("SwitchAttribute")?.Named<int>("Target") ?? 0;
        return FitsTarget(element, property, machine, target, machineTarget, reporter);
    }

    private static bool FitsBus(ITypeSymbol element, IPropertySymbol property, INamedTypeSymbol machine, int bus, int buses, Reporter reporter)
    {
        const int OnlyByDevices = Buses.Usb | Buses.Scsi | Buses.VirtioSerial;
        const int AlsoByDevices = Buses.Ide | Buses.Floppy;
        if (bus == 0 || (bus & (OnlyByDevices | AlsoByDevices)) != 0 || (bus & buses) != 0)
        {
            return true;
        }

        reporter.Report(Rules.MissingBus, property, property.Name, element.Name, string.Join(", ", Buses.In(bus)), machine.Name);
        return false;
    }

    private static bool FitsTarget(ITypeSymbol element, IPropertySymbol property, INamedTypeSymbol machine, int target, int machineTarget, Reporter reporter)
    {
        if (target == 0 || (target & machineTarget) != 0)
        {
            return true;
        }

        reporter.Report(Rules.WrongTarget, property, property.Name, element.Name, machine.Name);
        return false;
    }
}
