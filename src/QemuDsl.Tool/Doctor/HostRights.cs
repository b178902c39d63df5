using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>Whether this user may give threads real-time priority.</summary>
internal static class HostRights
{
    private const string Check = "rights";
    private const string Capabilities = "CapEff:";
    private const string Priority = "Max realtime priority";
    private const int SysNice = 23;

    // Of a process that is started there as QEMU is, whose limits may differ from those of this program.
    public static async Task<HostFinding> ExamineAsync(IVmHost host, CancellationToken cancellationToken) =>
        Judge(await HostOutput.ReadAsync(host, "cat", ["/proc/self/status", "/proc/self/limits"], cancellationToken).ConfigureAwait(false));

    /// <summary>What a process may do.</summary>
    /// <param name="told">Its <c>status</c> and its <c>limits</c>, as the kernel tells them.</param>
    public static HostFinding Judge(string told)
    {
        var lines = told.Split('\n');
        return HasCapability(lines) ? new HostFinding(Check, FindingState.Good, "real-time priorities by CAP_SYS_NICE")
            : HasLimit(lines) ? new HostFinding(Check, FindingState.Good, "real-time priorities by RLIMIT_RTPRIO")
            : new HostFinding(
                Check, FindingState.Lacking, "no real-time priorities; only placements that ask for them need any",
                "echo \"$USER - rtprio 99\" >/etc/security/limits.d/90-qemu-dsl.conf");
    }

    private static bool HasCapability(string[] lines) =>
        Array.Find(lines, static line => line.StartsWith(Capabilities, StringComparison.Ordinal)) is { } line
        && ulong.TryParse(line.AsSpan(Capabilities.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var set)
        && (set >> SysNice & 1) == 1;

    private static bool HasLimit(string[] lines) =>
        Array.Find(lines, static line => line.StartsWith(Priority, StringComparison.Ordinal)) is { } line
        && line[Priority.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [not "0", ..];
}
