using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QemuDsl.Nfv;

/// <summary>An address of an interface with the length of its network: <c>2.2.2.2/30</c>, <c>2001:db8::2/64</c>.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">Bits of the network.</param>
public readonly record struct InterfaceAddress(IPAddress Address, int PrefixLength)
{
    /// <summary>Reads <c>2.2.2.2/30</c>.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static InterfaceAddress Parse(string text) => TryParse(text, out var address)
        ? address
        : throw new FormatException($"'{text}' is not an address of an interface. Write ADDRESS/LENGTH, such as 2.2.2.2/30.");

    /// <summary>Reads <c>2.2.2.2/30</c>; false when it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InterfaceAddress result)
    {
        result = default;
        if (text?.Split('/') is not [var address, var length] || !IPAddress.TryParse(address, out var parsed)
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            || bits > (parsed.AddressFamily == AddressFamily.InterNetwork ? 32 : 128))
        {
            return false;
        }

        result = new InterfaceAddress(parsed, bits);
        return true;
    }

    /// <summary>Reads an address, such as <c>2.2.2.2/30</c>.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static implicit operator InterfaceAddress(string text) => Parse(text);

    /// <summary>Reads an address, such as <c>2.2.2.2/30</c>.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static InterfaceAddress FromString(string text) => Parse(text);

    /// <summary><c>2.2.2.2/30</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");
}
