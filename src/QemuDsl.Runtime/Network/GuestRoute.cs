using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Where a TCP port of the guest is reached: at a forward of the host, or at an address of the guest itself.</summary>
internal sealed record GuestRoute(VmForward? Forward, string Address, int Port)
{
    // QEMU listens there too, and to connect to "every interface" means nothing.
    private const string ThisMachine = "127.0.0.1";

    public static GuestRoute Through(VmForward forward) =>
        new(forward, forward.HostAddress.Length == 0 ? ThisMachine : forward.HostAddress, forward.HostPort);

    public static GuestRoute Direct(string address, int port) => new(null, address, port);

    public override string ToString() =>
        Forward is null ? string.Create(CultureInfo.InvariantCulture, $"{Address}:{Port}") : $"forward {Forward}";
}
