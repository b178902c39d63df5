using System.Globalization;
using System.Net.NetworkInformation;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>What a guest calls its interfaces.</summary>
public static class GuestNameExtensions
{
    /// <summary>Asks the guest's agent; an interface the guest's kernel does not drive, such as one that DPDK has, keeps no name.</summary>
    /// <param name="vm">The VM, started with <see cref="VmOptions.GuestAgent"/>.</param>
    /// <param name="nics">Its interfaces.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GuestAgentException">The agent does not answer.</exception>
    public static async Task<IReadOnlyList<VnfNic>> NameAsync(this VirtualMachine vm, IEnumerable<VnfNic> nics, CancellationToken cancellationToken = default)
    {
        var known = await vm.GetNicsAsync(cancellationToken).ConfigureAwait(false);
        return [.. nics.Select(nic => nic with { GuestName = known.FirstOrDefault(one => nic.Mac is { } mac && one.Mac.Equals(Physical(mac)))?.Guest?.Name })];
    }

    private static PhysicalAddress Physical(MacAddress mac) => PhysicalAddress.Parse(mac.Value.ToString("X12", CultureInfo.InvariantCulture));
}
