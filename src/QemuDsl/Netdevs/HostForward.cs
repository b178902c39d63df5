using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Netdevs;

/// <summary>A port of the host that leads into the guest: <c>tcp:127.0.0.1:8022-:22</c>.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="HostAddress">Address of the host; empty listens on all of them, so prefer <c>127.0.0.1</c>.</param>
/// <param name="HostPort">Port of the host; 0 lets the kernel choose.</param>
/// <param name="GuestAddress">Address of the guest; empty is the first one given out.</param>
/// <param name="GuestPort">Port of the guest.</param>
public readonly record struct HostForward(ForwardProtocol Protocol, string HostAddress, ushort HostPort, string GuestAddress, ushort GuestPort)
    : IOptionValue<HostForward>
{
    /// <summary>A TCP port of the loopback address that leads to a port of the guest.</summary>
    /// <param name="guestPort">Port of the guest.</param>
    /// <param name="hostPort">Port of the host; 0 lets the kernel choose.</param>
    public static HostForward Tcp(ushort guestPort, ushort hostPort = 0) => new(ForwardProtocol.Tcp, "127.0.0.1", hostPort, "", guestPort);

    /// <summary>A UDP port of the loopback address that leads to a port of the guest.</summary>
    /// <param name="guestPort">Port of the guest.</param>
    /// <param name="hostPort">Port of the host; 0 lets the kernel choose.</param>
    public static HostForward Udp(ushort guestPort, ushort hostPort = 0) => new(ForwardProtocol.Udp, "127.0.0.1", hostPort, "", guestPort);

    /// <summary>Reads <c>tcp:127.0.0.1:8022-:22</c>, as QEMU's <c>hostfwd</c> has it.</summary>
    /// <exception cref="FormatException">The text is no such thing.</exception>
    public static HostForward Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var forward)
        ? forward
        : throw new FormatException($"'{s}' is not a forward. Write PROTOCOL:HOSTADDRESS:HOSTPORT-GUESTADDRESS:GUESTPORT, such as tcp:127.0.0.1:8022-:22.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HostForward result)
    {
        result = default;
        var sides = (s ?? "").Split('-');
        var host = sides[0].Split(':');
        var guest = sides[^1].Split(':');
        if (sides.Length != 2 || host.Length != 3 || guest.Length != 2 || host[0] is not ("tcp" or "udp" or "")
            || !TryPort(host[2], out var hostPort) || !TryPort(guest[1], out var guestPort) || guestPort == 0)
        {
            return false;
        }

        result = new HostForward(host[0] == "udp" ? ForwardProtocol.Udp : ForwardProtocol.Tcp, host[1], hostPort, guest[0], guestPort);
        return true;
    }

    /// <summary>Reads <c>tcp:127.0.0.1:8022-:22</c>.</summary>
    public static implicit operator HostForward(string value) => Parse(value);

    /// <summary>Reads <c>tcp:127.0.0.1:8022-:22</c>.</summary>
    public static HostForward FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) => destination.TryWrite(
        CultureInfo.InvariantCulture, $"{ForwardProtocolWords.Of(Protocol)}:{HostAddress}:{HostPort}-{GuestAddress}:{GuestPort}", out charsWritten);

    /// <summary><c>tcp:127.0.0.1:8022-:22</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ForwardProtocolWords.Of(Protocol)}:{HostAddress}:{HostPort}-{GuestAddress}:{GuestPort}");

    private static bool TryPort(string text, out ushort port) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);
}
