using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QemuDsl.Netdevs;

/// <summary>A port of the host that leads into the guest, written <c>tcp:127.0.0.1:2222-:22</c>.</summary>
/// <remarks>Only IPv4: QEMU 7.2 and 10.0 refuse other addresses here.</remarks>
public readonly record struct HostForward : IOptionValue<HostForward>
{
    /// <summary>Lets the host choose the port when QEMU starts, one that nobody else has; ask the running VM which it is.</summary>
    public const int AnyPort = 0;

    private const int LargestPort = 65_535;
    private static readonly SearchValues<char> QuadCharacters = SearchValues.Create("0123456789.");
    private readonly string? _hostAddress;
    private readonly string? _guestAddress;

    private HostForward(ForwardProtocol protocol, string hostAddress, int hostPort, string guestAddress, int guestPort)
    {
        Protocol = protocol;
        _hostAddress = hostAddress;
        HostPort = hostPort;
        _guestAddress = guestAddress;
        GuestPort = guestPort;
    }

    /// <summary>TCP or UDP.</summary>
    public ForwardProtocol Protocol { get; }

    /// <summary>Address of the host that is listened on; empty for every interface.</summary>
    public string HostAddress => _hostAddress ?? "";

    /// <summary>Port of the host; <see cref="AnyPort"/> lets the host choose one.</summary>
    public int HostPort { get; }

    /// <summary>Address of the guest; empty for the first one DHCP hands out.</summary>
    public string GuestAddress => _guestAddress ?? "";

    /// <summary>Port of the guest.</summary>
    public int GuestPort { get; }

    /// <summary>Forwards a TCP port. Listens on this machine only; an empty <paramref name="hostAddress"/> opens it to the
    /// network.</summary>
    /// <exception cref="FormatException">An address or a port is none.</exception>
    public static HostForward Tcp(int hostPort, int guestPort, string hostAddress = "127.0.0.1", string guestAddress = "") =>
        Create("tcp", hostPort, guestPort, hostAddress, guestAddress);

    /// <summary>Forwards a UDP port. Listens on this machine only; an empty <paramref name="hostAddress"/> opens it to the
    /// network.</summary>
    /// <exception cref="FormatException">An address or a port is none.</exception>
    public static HostForward Udp(int hostPort, int guestPort, string hostAddress = "127.0.0.1", string guestAddress = "") =>
        Create("udp", hostPort, guestPort, hostAddress, guestAddress);

    /// <summary>Reads <c>tcp:127.0.0.1:2222-:22</c>; without a protocol it is TCP.</summary>
    /// <exception cref="FormatException">The text is no such rule.</exception>
    public static HostForward Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var rule)
        ? rule
        : throw new FormatException(
            $"'{s}' is not a forwarding rule. Write PROTOCOL:HOSTADDRESS:HOSTPORT-GUESTADDRESS:GUESTPORT, such as tcp:127.0.0.1:2222-:22.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HostForward result)
    {
        result = default;
        var sides = (s ?? "").Split('-');
        if (sides.Length != 2 || sides[0].Split(':') is not [var protocol, var hostAddress, var host]
            || sides[1].Split(':') is not [var guestAddress, var guest])
        {
            return false;
        }

        if (protocol is not ("tcp" or "udp" or "") || !IsAddress(hostAddress) || !IsAddress(guestAddress)
            || !TryPort(host, 0, out var hostPort) || !TryPort(guest, 1, out var guestPort))
        {
            return false;
        }

        result = new HostForward(
            protocol == "udp" ? ForwardProtocol.Udp : ForwardProtocol.Tcp, hostAddress, hostPort, guestAddress, guestPort);
        return true;
    }

    /// <summary>Reads a rule, such as <c>tcp:127.0.0.1:2222-:22</c>.</summary>
    public static implicit operator HostForward(string value) => Parse(value);

    /// <summary>Reads a rule, such as <c>tcp:127.0.0.1:2222-:22</c>.</summary>
    public static HostForward FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) => destination.TryWrite(
        CultureInfo.InvariantCulture,
        $"{(Protocol == ForwardProtocol.Udp ? "udp" : "tcp")}:{HostAddress}:{HostPort}-{GuestAddress}:{GuestPort}",
        out charsWritten);

    /// <summary><c>tcp:127.0.0.1:2222-:22</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[64];
        TryFormat(text, out var length);
        return new string(text[..length]);
    }

    private static HostForward Create(string protocol, int hostPort, int guestPort, string hostAddress, string guestAddress) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{protocol}:{hostAddress}:{hostPort}-{guestAddress}:{guestPort}"));

    // Dotted quads only: .NET also reads "1" and "0x7f.1" as addresses, and the text goes to QEMU as it is.
    private static bool IsAddress(string text) => text.Length == 0
        || (text.Count(static character => character == '.') == 3 && !text.AsSpan().ContainsAnyExcept(QuadCharacters)
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork);

    private static bool TryPort(string text, int smallest, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port >= smallest && port <= LargestPort;
}
