using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Netdevs;

/// <summary>A port in the guest's network that leads to the host, written <c>tcp:10.0.2.100:80-chardev:web</c>.</summary>
public readonly record struct GuestForward : IOptionValue<GuestForward>
{
    private const int LargestPort = 65_535;
    private readonly string? _server;
    private readonly string? _target;

    private GuestForward(string server, int port, string target)
    {
        _server = server;
        Port = port;
        _target = target;
    }

    /// <summary>Address in the guest's network that the guest connects to.</summary>
    public string Server => _server ?? "";

    /// <summary>Port that the guest connects to.</summary>
    public int Port { get; }

    /// <summary>Where it leads: <c>chardev:ID</c>, a character device in QEMU's short form, or <c>cmd:COMMAND</c> for each
    /// connection.</summary>
    public string Target => _target ?? "";

    /// <summary>Reads <c>tcp:10.0.2.100:80-cmd:netcat 127.0.0.1 8080</c>.</summary>
    /// <exception cref="FormatException">The text is no such rule.</exception>
    public static GuestForward Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var rule)
        ? rule
        : throw new FormatException(
            $"'{s}' is not a forwarding rule. Write tcp:SERVER:PORT-TARGET, such as tcp:10.0.2.100:80-cmd:netcat 127.0.0.1 8080.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GuestForward result)
    {
        result = default;
        var sides = (s ?? "").Split('-', 2);
        if (sides.Length != 2 || sides[1].Length == 0 || sides[0].Split(':') is not ["tcp" or "", { Length: > 0 } server, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > LargestPort)
        {
            return false;
        }

        result = new GuestForward(server, port, sides[1]);
        return true;
    }

    /// <summary>Reads a rule, such as <c>tcp:10.0.2.100:80-chardev:web</c>.</summary>
    public static implicit operator GuestForward(string value) => Parse(value);

    /// <summary>Reads a rule, such as <c>tcp:10.0.2.100:80-chardev:web</c>.</summary>
    public static GuestForward FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"tcp:{Server}:{Port}-{Target}", out charsWritten);

    /// <summary><c>tcp:10.0.2.100:80-chardev:web</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"tcp:{Server}:{Port}-{Target}");
}
