using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>The programs of a host that VMs are started, placed and reached with.</summary>
internal static class HostPrograms
{
    private static readonly string[] Joiners = ["python3", "perl", "socat"];

    public static async Task<IReadOnlyList<HostFinding>> ExamineAsync(IVmHost host, HostAddress address, CancellationToken cancellationToken)
    {
        List<HostFinding> findings =
        [
            await ProgramAsync(host, "setpriv", "no VM is started that could outlive its owner", FindingState.Missing, Remedies.UtilLinux, cancellationToken)
                .ConfigureAwait(false),
            await ProgramAsync(host, "taskset", "threads cannot be placed", FindingState.Lacking, Remedies.UtilLinux, cancellationToken).ConfigureAwait(false),
            await ProgramAsync(host, "chrt", "threads cannot be placed", FindingState.Lacking, Remedies.UtilLinux, cancellationToken).ConfigureAwait(false),
            await ProgramAsync(host, "qemu-img", "disks cannot be made", FindingState.Lacking, Remedies.QemuImg, cancellationToken).ConfigureAwait(false),
        ];
        return address.Ssh is null ? findings : [.. findings, await JoinerAsync(host, cancellationToken).ConfigureAwait(false)];
    }

    private static async Task<HostFinding> ProgramAsync(
        IVmHost host, string program, string without, FindingState lack, string fix, CancellationToken cancellationToken) =>
        await host.FindProgramAsync(program, cancellationToken).ConfigureAwait(false) is { } path
            ? new HostFinding(program, FindingState.Good, path)
            : new HostFinding(program, lack, $"there is no {program}, and {without}", fix);

    // SSH.NET does not forward UNIX sockets; a program there joins one to a channel.
    private static async Task<HostFinding> JoinerAsync(IVmHost host, CancellationToken cancellationToken)
    {
        const string Check = "ssh sockets";
        foreach (var joiner in Joiners)
        {
            if (await host.FindProgramAsync(joiner, cancellationToken).ConfigureAwait(false) is { } path)
            {
                return new HostFinding(Check, FindingState.Good, path);
            }
        }

        return new HostFinding(
            Check, FindingState.Missing, $"there is none of {string.Join(", ", Joiners)}, and UNIX sockets cannot be reached over SSH", Remedies.JoinPython);
    }
}
