using QemuDsl.Switches;

namespace QemuDsl.Nfv;

/// <summary>The command of a VM on the host's root, whose port to its init ends in the run directory, which is chosen at the start.</summary>
internal sealed class KernelVmLaunch(Func<string, IQemuCommand> build) : IQemuCommand
{
    private readonly IQemuCommand _described = build("");

    public string Program => _described.Program;

    public IReadOnlyList<string> Arguments => _described.Arguments;

    public IReadOnlyList<IOption> Options => _described.Options;

    public IReadOnlyList<SecretFile> SecretFiles => _described.SecretFiles;

    public IReadOnlyList<string> Render(string secretDirectory) => build(secretDirectory + "/").Render(secretDirectory);

    public string? IdOf(IOption option) => _described.IdOf(option);

    public IReadOnlyList<Finding> Check(QemuVersion? version = null) => _described.Check(version);

    public QemuRefusal? Explain(string line) =>
        _described.Explain(line) is { } refusal ? refusal with { Message = refusal.Message + Remedy(refusal) } : null;

    // "There is no option group 'sandbox'" is a QEMU without seccomp; "failed to install seccomp syscall filter in the kernel", a kernel without.
    private static string Remedy(QemuRefusal refusal) =>
        refusal.Record == nameof(Sandbox)
        && (refusal.Message.Contains("option group 'sandbox'", StringComparison.Ordinal) || refusal.Message.Contains("seccomp", StringComparison.Ordinal))
            ? $". This QEMU, or the host's kernel, has no seccomp: take another, or set {nameof(KernelVm)}.{nameof(KernelVm.IsSandboxed)} to false"
            : "";
}
