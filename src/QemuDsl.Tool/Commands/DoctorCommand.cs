using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Tool.Doctor;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl doctor</c>: whether a host can run VMs, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var program = new Option<string>("--program")
        {
            Description = "QEMU's program.", HelpName = "PROGRAM", DefaultValueFactory = static _ => "qemu-system-x86_64",
        };
        var requireKvm = new Option<bool>("--require-kvm") { Description = "A host where KVM does not run guests lacks something needed." };
        var noKvm = new Option<bool>("--no-kvm") { Description = "Do not try KVM." };
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command(
            "doctor", "Look whether a host can run VMs. Exit code 1 when something needed is missing; each finding has the command that fixes it.")
        {
            program, requireKvm, noKvm, host, asJson,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new DoctorRequest(parsed.GetValue(program)!, Need(parsed.GetValue(requireKvm), parsed.GetValue(noKvm)));
            var findings = await new HostDoctor(parsed.GetValue(host)!, request).ExamineAsync(cancellationToken).ConfigureAwait(false);
            await Answer.WriteAsync(
                parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), findings, ToolJson.Default.IReadOnlyListHostFinding, Text)
                .ConfigureAwait(false);
            return findings.Any(static finding => finding.State == FindingState.Missing) ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }

    private static KvmNeed Need(bool required, bool none) => (required, none) switch
    {
        (true, true) => throw new ToolException("--require-kvm and --no-kvm exclude one another. Name one of them."),
        (true, false) => KvmNeed.Required,
        (false, true) => KvmNeed.None,
        _ => KvmNeed.Optional,
    };

    private static IEnumerable<string> Text(IReadOnlyList<HostFinding> findings) => findings.SelectMany(static finding => (string[])
    [
        $"{Word(finding.State),-7}  {finding.Check,-13}  {finding.Message}", .. finding.Fix is { } fix ? [$"{"",-7}  {"",-13}  fix: {fix}"] : (string[])[],
    ]);

    private static string Word(FindingState state) => state switch
    {
        FindingState.Good => "ok",
        FindingState.Lacking => "warning",
        _ => "missing",
    };
}
