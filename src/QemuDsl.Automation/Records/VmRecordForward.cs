namespace QemuDsl.Automation;

/// <summary>A port of the host that leads into the guest.</summary>
public sealed record VmRecordForward
{
    /// <summary>The protocol <c>tcp</c>.</summary>
    public const string Tcp = "tcp";

    /// <summary>The protocol <c>udp</c>.</summary>
    public const string Udp = "udp";

    /// <summary><see cref="Tcp"/> or <see cref="Udp"/>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Address of the host that programs on the host connect to.</summary>
    public required string HostAddress { get; init; }

    /// <summary>Port of the host.</summary>
    public required int HostPort { get; init; }

    /// <summary>Port of the guest.</summary>
    public required int GuestPort { get; init; }
}
