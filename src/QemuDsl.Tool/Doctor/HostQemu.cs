using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>QEMU of a host, and whether KVM runs its guests.</summary>
internal static class HostQemu
{
    private const string Check = "qemu";
    private const string KvmCheck = "kvm";

    public static async Task<IReadOnlyList<HostFinding>> ExamineAsync(IVmHost host, DoctorRequest request, CancellationToken cancellationToken)
    {
        var shown = Commands.Printable.Text(request.Program);
        if (await host.FindProgramAsync(request.Program, cancellationToken).ConfigureAwait(false) is not { } program)
        {
            return [new HostFinding(Check, FindingState.Missing, $"there is no {shown}", Remedies.Qemu(request.Program))];
        }

        try
        {
            var capabilities = await host.GetCapabilitiesAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false);
            var found = new HostFinding(Check, FindingState.Good, $"QEMU {capabilities.Version} in {program}");
            return request.Kvm == KvmNeed.None ? [found] : [found, await KvmAsync(host, program, request.Kvm, cancellationToken).ConfigureAwait(false)];
        }
        catch (Exception broken) when (broken is QemuStartException or HostException)
        {
            return [new HostFinding(Check, FindingState.Missing, HostDoctor.OneLine(broken), $"{shown} --version")];
        }
    }

    private static async Task<HostFinding> KvmAsync(IVmHost host, string program, KvmNeed need, CancellationToken cancellationToken)
    {
        var decision = await host.ChooseAcceleratorAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false);
        return decision.IsKvm
            ? new HostFinding(KvmCheck, FindingState.Good, decision.Reason)
            : new HostFinding(
                KvmCheck, need == KvmNeed.Required ? FindingState.Missing : FindingState.Lacking, Commands.Printable.Text(decision.Reason.Split('\n')[0]), Fix(decision.Reason));
    }

    // The reason tells the rest; these are what most hosts lack.
    private static string? Fix(string reason) =>
        reason.Contains("cannot be read and written", StringComparison.Ordinal) ? "usermod -aG kvm $USER"
        : reason.Contains("does not exist", StringComparison.Ordinal) ? "modprobe kvm_intel || modprobe kvm_amd"
        : null;
}
