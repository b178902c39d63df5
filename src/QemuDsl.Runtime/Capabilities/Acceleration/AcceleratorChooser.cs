using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>
/// Decides between KVM and TCG. What can be told without starting anything is told first; the verdict of a boot holds until the next.
/// </summary>
internal sealed class AcceleratorChooser(IVmHost host, CapabilityOptions options)
{
    private const int Format = 1;
    private const string Kvm = "kvm";

    // Healthy hardware takes a tenth of it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // The second of another one who tries, and what ends it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly ILogger _logger = host.LoggerFactory.CreateLogger("QemuDsl.Runtime");

    public async Task<AcceleratorDecision> ChooseAsync(string program, CancellationToken cancellationToken)
    {
        var facts = await ProgramFacts.ReadAsync(host, program, cancellationToken).ConfigureAwait(false);
        return await ChooseAsync(facts, cancellationToken).ConfigureAwait(false);
    }

    internal async Task<AcceleratorDecision> ChooseAsync(ProgramFacts facts, CancellationToken cancellationToken)
    {
        if (NoDevice(facts) is { } missing)
        {
            return Tcg(missing);
        }

        QemuCapabilities capabilities;
        try
        {
            capabilities = await new CapabilityProbe(host, options).GetAsync(facts, cancellationToken).ConfigureAwait(false);
        }
        catch (QemuStartException failure)
        {
            // If it is no QEMU, the start will say so; if it is one that cannot be asked, it may still run guests.
            return Tcg(failure.Message.Split('\n')[0]);
        }

        return Unsuited(facts, capabilities) is { } reason
            ? Tcg(reason)
            : await TryAsync(facts, ProbeGuest.For(capabilities.Target), capabilities.Target, cancellationToken).ConfigureAwait(false);
    }

    private static AcceleratorDecision Tcg(string reason) => new("tcg", reason);

    private string? NoDevice(ProgramFacts facts) => facts switch
    {
        { System: not "Linux" } => $"{host.Name} runs {Evidence.Printable(facts.System)}, and KVM is a part of Linux",
        { Kvm: "closed" } =>
            $"/dev/kvm on {host.Name} cannot be read and written by {Evidence.Printable(facts.User)}: "
            + "add this user to the group that owns it",
        { Kvm: not "open" } =>
            $"/dev/kvm does not exist on {host.Name}: load kvm_intel or kvm_amd, or let the machine around this one nest virtual machines",
        _ => null,
    };

    private string? Unsuited(ProgramFacts facts, QemuCapabilities capabilities) =>
        !Runs(facts.Machine, capabilities.Target)
            ? $"KVM runs guests of the host's own architecture: {host.Name} is {Evidence.Printable(facts.Machine)}, "
                + $"the guest {capabilities.Target}"
            : !capabilities.Accelerators.Contains(Kvm) ? $"{facts.Program} was built without KVM" : null;

    private static bool Runs(string machine, string target) => (machine, target) switch
    {
        ("x86_64", "x86_64" or "i386") or ("i686", "i386") or ("ppc64le", "ppc64") => true,
        _ => machine == target,
    };

    private async Task<AcceleratorDecision> TryAsync(
        ProgramFacts facts, ProbeGuest? guest, string target, CancellationToken cancellationToken)
    {
        if (guest is null)
        {
            return Tcg(
                $"whether KVM works for {target} on {host.Name} cannot be tried: there is no guest for it. Say '-accel kvm' if it does");
        }

        try
        {
            return await VerdictAsync(facts, guest, cancellationToken).ConfigureAwait(false);
        }
        catch (HostException failure)
        {
            // No verdict, and none to be kept: the next start tries again.
            return Tcg(failure.Message);
        }
    }

    private async Task<AcceleratorDecision> VerdictAsync(ProgramFacts facts, ProbeGuest guest, CancellationToken cancellationToken)
    {
        var cache = new ProbeCache(options.CacheDirectory, host.TimeProvider, _logger);
        var name = ProbeCache.NameOf(Kvm, host, facts);
        var verdict = await cache.GetAsync(
            name,
            file => Known(file, facts),
            async ending => new Verdict(
                await new AcceleratorProbe(host, Kvm, Limit).TroubleAsync(facts.Program, guest, ending).ConfigureAwait(false)),
            (writer, answer) => Write(writer, facts, answer),
            Patience,
            cancellationToken).ConfigureAwait(false);
        return verdict.Trouble is { } trouble
            ? Tcg($"KVM does not work on {host.Name}, though /dev/kvm opens: {trouble}{Again(cache.PathOf(name))}")
            : new AcceleratorDecision(Kvm, $"a guest was seen to run under KVM on {host.Name}");
    }

    private static string Again(string? file) => file is null ? "" : $". It is tried again after the next boot, or when {file} is removed";

    // A kernel that does not tell its boot could have been replaced by any other.
    private Verdict? Known(JsonElement file, ProgramFacts facts) =>
        facts.BootId.Length > 0
        && file.GetProperty("format").GetInt32() == Format && file.GetProperty("host").GetString() == host.Name
        && file.GetProperty("boot").GetString() == facts.BootId && file.GetProperty("program").GetString() == facts.Program
        && file.GetProperty("stamp").GetString() == facts.Stamp
            ? new Verdict(file.GetProperty("trouble").GetString())
            : null;

    private void Write(Utf8JsonWriter writer, ProgramFacts facts, Verdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", Format);
        writer.WriteString("host", host.Name);
        writer.WriteString("boot", facts.BootId);
        writer.WriteString("program", facts.Program);
        writer.WriteString("stamp", facts.Stamp);
        writer.WriteString("trouble", verdict.Trouble);
        writer.WriteEndObject();
    }

    private sealed record Verdict(string? Trouble);
}
