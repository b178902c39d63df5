using System.Net;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Makes boot waits.</summary>
public static class Boot
{
    /// <summary>Until a pattern shows up on the serial console, from the first byte on.</summary>
    /// <remarks>
    /// Carriage returns are left out, so that <c>$</c> stands at the end of a line; it also stands at the end of what has come so far. A
    /// match has at most 4 Ki characters.
    /// </remarks>
    /// <param name="pattern">
    /// A regular expression without backreferences and look-around; it is matched in linear time, whatever the guest writes.
    /// </param>
    /// <exception cref="ArgumentException">The pattern is no such regular expression.</exception>
    public static BootWait UntilSerial(string pattern) => new SerialWait(Pattern(pattern));

    /// <summary>Until the guest agent answers. The VM needs a port for it (<see cref="VmOptions.GuestAgent"/>).</summary>
    public static BootWait UntilAgentAnswers() => new AgentWait();

    /// <summary>Until the guest takes connections on a TCP port.</summary>
    /// <remarks>
    /// A connection that only QEMU took is no proof: the guest must have sent something, or completed the handshake. The attempts reach the
    /// server as connections that close without a word.
    /// </remarks>
    /// <param name="guestPort">The port of the guest.</param>
    /// <param name="address">An address of the guest that the host reaches; when null, through the first forward that leads to the port.</param>
    public static BootWait UntilTcpPort(int guestPort, string? address = null) => new TcpPortWait(Port(guestPort), address);

    /// <summary>Until an SSH server of the guest says who it is (<c>SSH-2.0-</c>).</summary>
    /// <param name="guestPort">The port of the guest.</param>
    /// <param name="address">An address of the guest that the host reaches; when null, through the first forward that leads to the port.</param>
    public static BootWait UntilSsh(int guestPort = 22, string? address = null) => new SshWait(Port(guestPort), address);

    /// <summary>Until cloud-init has finished, as it writes on the serial console; a stage or module that failed ends the wait at once.</summary>
    /// <remarks>The image must have its console there (<c>console=ttyS0</c>) and cloud-init's own <c>final_message</c>.</remarks>
    public static BootWait UntilCloudInitDone() => new CloudInitWait();

    /// <summary>Until QEMU sends an event; those before the wait began do not count.</summary>
    /// <param name="name">Its name, such as <c>RESET</c>.</param>
    /// <param name="predicate">Which of them; any when null.</param>
    public static BootWait UntilQmpEvent(string name, Func<QmpEvent, bool>? predicate = null) => new QmpEventWait(name, predicate);

    /// <summary>Until all of these have come, in any order.</summary>
    public static BootWait All(params IEnumerable<BootWait> waits) => new AllWait([.. waits]);

    /// <summary>Until the first of these comes.</summary>
    public static BootWait Any(params IEnumerable<BootWait> waits) => new AnyWait([.. waits]);

    private static int Port(int guestPort)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(guestPort, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(guestPort, IPEndPoint.MaxPort);
        return guestPort;
    }

    internal static Regex Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException(
                $"'{pattern}' has backreferences or look-around, which would let a guest stall the wait. Write it without.",
                nameof(pattern),
                unsupported);
        }
    }
}
