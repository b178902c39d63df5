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

    /// <summary>
    /// Until the guest accepts connections to a TCP port, tried from the host. Through a forward QEMU accepts before the guest does; that
    /// does not count.
    /// </summary>
    /// <param name="guestPort">The port.</param>
    /// <param name="address">The guest's address, where the host can reach it; null for the forward of a user netdev (<c>hostfwd</c>).</param>
    public static BootWait UntilTcpPort(int guestPort, string? address = null) => new TcpPortWait(guestPort, address);

    /// <summary>Until an SSH server in the guest tells its version, tried from the host.</summary>
    /// <param name="guestPort">Its port.</param>
    /// <param name="address">The guest's address, where the host can reach it; null for the forward of a user netdev (<c>hostfwd</c>).</param>
    public static BootWait UntilSsh(int guestPort = 22, string? address = null) => new SshBannerWait(guestPort, address);

    /// <summary>
    /// Until cloud-init says on the console that its last stage is over (<c>Cloud-init v. X finished at</c>, its default
    /// <c>final_message</c>). A stage that fails ends the wait.
    /// </summary>
    public static BootWait UntilCloudInitDone() => new CloudInitWait();

    /// <summary>Until the guest agent answers. The VM needs a port for it (<see cref="VmOptions.GuestAgent"/>).</summary>
    public static BootWait UntilAgentAnswers() => new AgentWait();

    /// <summary>Until QEMU sends an event; those before the wait began do not count.</summary>
    /// <param name="name">Its name, such as <c>RESET</c>.</param>
    /// <param name="predicate">Which of them; any when null.</param>
    public static BootWait UntilQmpEvent(string name, Func<QmpEvent, bool>? predicate = null) => new QmpEventWait(name, predicate);

    /// <summary>Until all of these have come, in any order.</summary>
    public static BootWait All(params IEnumerable<BootWait> waits) => new AllWait([.. waits]);

    /// <summary>Until the first of these comes.</summary>
    public static BootWait Any(params IEnumerable<BootWait> waits) => new AnyWait([.. waits]);

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
