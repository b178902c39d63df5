using System.Net;

namespace QemuDsl.Nfv;

/// <summary>Translation of IPv4 addresses between two interfaces.</summary>
/// <param name="Inside">VPP's name of the interface whose addresses are hidden.</param>
/// <param name="Outside">That of the interface where others see <paramref name="Addresses"/>.</param>
/// <param name="Addresses">The addresses that are seen.</param>
public sealed record VppNat44(string Inside, string Outside, OptionList<IPAddress> Addresses)
{
    /// <summary>
    /// How many sessions there may be, for a VPP from 21.06 on, where a command switches NAT on; null for an older one, where the start-up
    /// configuration does (<see cref="VppWorkload.UsesNat"/>).
    /// </summary>
    public int? Sessions { get; init; }
}
