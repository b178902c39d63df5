using System.Globalization;
using System.Net;

namespace QemuDsl.Automation;

/// <summary>What must hold of a record beyond its shape.</summary>
internal static class VmRecordChecks
{
    /// <summary>The first field that is wrong, in the names of the file, and why; null when all are right.</summary>
    public static (string Field, string Problem)? FirstFault(VmRecord record) => record switch
    {
        { Name: "" } => ("name", "is empty"),
        { Pid: <= 0 } => ("pid", "is no process number"),
        { ProcessStartTime: <= 0 } => ("processStartTime", "is no start time of a process"),
        { BootId: "" } => ("bootId", "is empty"),
        _ when !record.RunDirectory.StartsWith('/') => ("runDirectory", "is no absolute path"),
        _ when !record.ControlSocket.StartsWith('/') => ("controlSocket", "is no absolute path"),
        _ when HostFault(record.Host) is { } wrong => ("host", wrong),
        _ when record.Forwards.Any(static forward => !IsPort(forward.HostPort)) => ("hostPort", PortRange),
        _ when record.Forwards.Any(static forward => !IsPort(forward.GuestPort)) => ("guestPort", PortRange),
        _ when record.Forwards.Any(static forward => forward.Protocol is not (VmRecordForward.Tcp or VmRecordForward.Udp)) =>
            ("protocol", "is neither tcp nor udp"),
        _ when record.Forwards.Any(static forward => !IPAddress.TryParse(forward.HostAddress, out _)) => ("hostAddress", "is no IP address"),
        _ => null,
    };

    private static string PortRange { get; } = string.Create(CultureInfo.InvariantCulture, $"is no port from 1 to {IPEndPoint.MaxPort}");

    private static bool IsPort(int port) => port is > 0 and <= IPEndPoint.MaxPort;

    private static string? HostFault(string host)
    {
        try
        {
            HostAddress.Parse(host);
            return null;
        }
        catch (AutomationException wrong)
        {
            return wrong.Message;
        }
    }
}
