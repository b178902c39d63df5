using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>QEMU of a host, and whether KVM runs its guests.</summary>
internal static class HostQemu
{
    private const string Check = "qemu";
    private const string KvmCheck = "kvm";

    private static readonly QemuVersion Oldest = QemuVersion.Parse("7.2");

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
            var found = Judge(capabilities.Version, $"QEMU {capabilities.Version} in {program}", request.Program);
            return request.Kvm == KvmNeed.None ? [found] : [found, await KvmAsync(host, program, request.Kvm, cancellationToken).ConfigureAwait(false)];
        }
        catch (Exception broken) when (broken is QemuStartException or HostException)
        {
            return [new HostFinding(Check, FindingState.Missing, HostDoctor.OneLine(broken), Remedies.Qemu(request.Program))];
        }
    }

    /// <summary>What a version is worth.</summary>
    public static HostFinding Judge(QemuVersion version, string found, string program) => version >= Oldest
        ? new HostFinding(Check, FindingState.Good, found)
        : new HostFinding(Check, FindingState.Lacking, $"{found} is older than {Oldest}, and nothing older is tested", Remedies.Qemu(program));

    /// <summary>What a choice between KVM and TCG is worth.</summary>
    public static HostFinding Judge(AcceleratorDecision decision, KvmNeed need) => decision.IsKvm
        ? new HostFinding(KvmCheck, FindingState.Good, decision.Reason)
        : new HostFinding(
            KvmCheck, need == KvmNeed.Required ? FindingState.Missing : FindingState.Lacking, Commands.Printable.Text(decision.Reason.Split('\n')[0]), KvmFix(decision.Reason));

    private static async Task<HostFinding> KvmAsync(IVmHost host, string program, KvmNeed need, CancellationToken cancellationToken) =>
        Judge(await host.ChooseAcceleratorAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false), need);

    /// <summary>What to do where guests do not run under KVM.</summary>
    public static string KvmFix(string reason) =>
        reason.Contains("cannot be read and written", StringComparison.Ordinal) ? "usermod -aG kvm $USER"
        : reason.Contains("does not exist", StringComparison.Ordinal) ? "modprobe kvm_intel || modprobe kvm_amd"
        : reason.Contains("without KVM", StringComparison.Ordinal) ? Remedies.Qemu("qemu-system-x86_64")
        : reason.Contains("though /dev/kvm opens", StringComparison.Ordinal) ? Remedies.NestedKvm
        : "qemu-dsl doctor --no-kvm    # guests run under TCG";
}
