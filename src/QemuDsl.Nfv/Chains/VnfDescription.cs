using System.Globalization;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>Tells in words how chains are wired and pinned.</summary>
internal static class VnfDescription
{
    public static string Text(IReadOnlyList<VnfMember> members)
    {
        var text = new StringBuilder();
        foreach (var member in members)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{member.Host} chain {member.Place.Chain} node {member.Place.Node}: {Vm(member)}");
            foreach (var nic in member.Vnf.Interfaces)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Nic(nic)}");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    public static string Vm(VnfMember member) => string.Create(
        CultureInfo.InvariantCulture,
        $"{member.Vnf.Description.NameOrNumber}, pid {member.Vnf.Machine.Pid}, {member.Vnf.Description.Memory}, {Cpus(member)}");

    public static string Nic(VnfNic nic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{nic.GuestDevice}{(nic.GuestName is { } name ? $" ({name})" : "")}{(nic.Mac is { } mac ? $" {mac}" : "")} to {nic.Socket ?? $"{nic.HostDevice}"}");

    private static string Cpus(VnfMember member) => member.Place.Cpus is { } cpus
        ? $"main on CPU {cpus.Main}, data on {string.Join(", ", cpus.Data)}"
        : string.Create(CultureInfo.InvariantCulture, $"{member.Vnf.Description.Cpus} CPUs, not pinned");
}
