using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Netdevs;

/// <summary>An address of the guest's network that leads to the host: <c>tcp:10.0.2.100:1234-cmd:nc host 80</c>.</summary>
/// <param name="Address">Address in the guest's network.</param>
/// <param name="Port">Port there.</param>
/// <param name="Target">Where it leads: <c>tcp:host:port</c>, <c>unix:/path</c>, or <c>cmd:program arguments</c>, started for each connection.</param>
public readonly record struct GuestForward(string Address, ushort Port, string Target) : IOptionValue<GuestForward>
{
    /// <summary>Reads what QEMU's <c>guestfwd</c> has.</summary>
    /// <exception cref="FormatException">The text is no such thing.</exception>
    public static GuestForward Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var forward)
        ? forward
        : throw new FormatException($"'{s}' is not a forward. Write tcp:ADDRESS:PORT-TARGET, such as tcp:10.0.2.100:1234-tcp:127.0.0.1:80.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GuestForward result)
    {
        result = default;
        var dash = s?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        var server = dash < 0 ? [] : s![..dash].Split(':');
        if (server.Length != 3 || server[0] is not ("tcp" or "")
            || !ushort.TryParse(server[2], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || dash == s!.Length - 1)
        {
            return false;
        }

        result = new GuestForward(server[1], port, s[(dash + 1)..]);
        return true;
    }

    /// <summary>Reads what QEMU's <c>guestfwd</c> has.</summary>
    public static implicit operator GuestForward(string value) => Parse(value);

    /// <summary>Reads what QEMU's <c>guestfwd</c> has.</summary>
    public static GuestForward FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"tcp:{Address}:{Port}-{Target}", out charsWritten);

    /// <summary><c>tcp:10.0.2.100:1234-tcp:127.0.0.1:80</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"tcp:{Address}:{Port}-{Target}");
}
