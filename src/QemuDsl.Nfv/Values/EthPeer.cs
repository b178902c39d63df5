using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>Where testpmd sends what it forwards out of a port (<c>0,52:54:00:00:01:01</c>).</summary>
/// <param name="Port">Number of the port, from 0.</param>
/// <param name="Mac">Hardware address of the peer.</param>
public readonly record struct EthPeer(int Port, MacAddress Mac) : IOptionValue<EthPeer>
{
    /// <summary>Reads <c>0,52:54:00:00:01:01</c>.</summary>
    /// <exception cref="FormatException">The text is no such pair.</exception>
    public static EthPeer Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var peer)
        ? peer
        : throw new FormatException($"'{s}' is not a peer. Write PORT,MAC, such as 0,52:54:00:00:01:01.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EthPeer result)
    {
        result = default;
        var comma = s?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        if (comma < 0 || !int.TryParse(s.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || !MacAddress.TryParse(s![(comma + 1)..], provider, out var mac))
        {
            return false;
        }

        result = new EthPeer(port, mac);
        return true;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{Port},{Mac}", out charsWritten);

    /// <summary><c>0,52:54:00:00:01:01</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Port},{Mac}");
}
