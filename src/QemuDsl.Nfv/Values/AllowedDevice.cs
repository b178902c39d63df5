using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Nfv;

/// <summary>A PCI device that a DPDK program may use, and arguments for its driver (<c>0000:00:06.0,vectorized=1</c>).</summary>
/// <param name="Device">The device.</param>
/// <param name="Arguments">Arguments for its driver, as DPDK's page of that driver lists them; null when there are none.</param>
public readonly record struct AllowedDevice(PciBdf Device, string? Arguments = null) : IOptionValue<AllowedDevice>
{
    /// <summary>Reads <c>0000:00:06.0</c> or <c>0000:00:06.0,key=value</c>.</summary>
    /// <exception cref="FormatException">The text begins with no PCI device.</exception>
    public static AllowedDevice Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var device)
        ? device
        : throw new FormatException($"'{s}' is not a PCI device. Write DOMAIN:BUS:SLOT.FUNCTION in hex, such as 0000:00:06.0, and arguments of its driver behind a comma.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AllowedDevice result)
    {
        var comma = s?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        var isDevice = PciBdf.TryParse(comma < 0 ? s : s![..comma], provider, out var device);
        result = isDevice ? new AllowedDevice(device, comma < 0 ? null : s![(comma + 1)..]) : default;
        return isDevice;
    }

    /// <summary>Reads a device, such as <c>0000:00:06.0</c>.</summary>
    public static implicit operator AllowedDevice(string value) => Parse(value);

    /// <summary>Reads a device, such as <c>0000:00:06.0</c>.</summary>
    public static AllowedDevice FromString(string value) => Parse(value);

    /// <summary>A device without arguments.</summary>
    public static implicit operator AllowedDevice(PciBdf device) => new(device);

    /// <summary>A device without arguments.</summary>
    public static AllowedDevice FromPciBdf(PciBdf device) => device;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    /// <summary><c>0000:00:06.0,vectorized=1</c>.</summary>
    public override string ToString() => Arguments is null ? Device.ToString() : $"{Device},{Arguments}";
}
