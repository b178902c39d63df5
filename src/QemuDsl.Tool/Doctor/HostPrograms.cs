using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>The programs of a host that VMs are started and placed with.</summary>
internal static class HostPrograms
{
    public static async Task<IReadOnlyList<HostFinding>> ExamineAsync(IVmHost host, CancellationToken cancellationToken) =>
    [
        await ProgramAsync(host, "setpriv", "no VM is started that could outlive its owner", FindingState.Missing, Remedies.UtilLinux, cancellationToken)
            .ConfigureAwait(false),
        await ProgramAsync(host, "taskset", "threads cannot be placed", FindingState.Lacking, Remedies.UtilLinux, cancellationToken).ConfigureAwait(false),
        await ProgramAsync(host, "chrt", "threads cannot be placed", FindingState.Lacking, Remedies.UtilLinux, cancellationToken).ConfigureAwait(false),
        await ProgramAsync(host, "qemu-img", "disks cannot be made", FindingState.Lacking, Remedies.QemuImg, cancellationToken).ConfigureAwait(false),
    ];

    private static async Task<HostFinding> ProgramAsync(
        IVmHost host, string program, string without, FindingState lack, string fix, CancellationToken cancellationToken) =>
        await host.FindProgramAsync(program, cancellationToken).ConfigureAwait(false) is { } path
            ? new HostFinding(program, FindingState.Good, path)
            : new HostFinding(program, lack, $"there is no {program}, and {without}", fix);
}
