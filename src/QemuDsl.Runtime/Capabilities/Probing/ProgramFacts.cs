namespace QemuDsl.Runtime;

/// <summary>What a program is, told from one that takes its place, and what its host is: one exec, nothing started.</summary>
/// <param name="Program">Its path.</param>
/// <param name="Stamp">Place, size and times of the program and of the directories of QEMU's modules.</param>
/// <param name="System">The kernel's name, such as <c>Linux</c>.</param>
/// <param name="Machine">The CPU's architecture as <c>uname -m</c> tells it.</param>
/// <param name="BootId">Which boot of the host this is; empty where the kernel does not tell.</param>
/// <param name="Kvm"><c>missing</c>, <c>closed</c> to this user, or <c>open</c>.</param>
/// <param name="User">Who runs programs there.</param>
internal sealed record ProgramFacts(string Program, string Stamp, string System, string Machine, string BootId, string Kvm, string User)
{
    public static async Task<ProgramFacts> ReadAsync(IVmHost host, string program, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(program);
        var path = await host.FindProgramAsync(program, cancellationToken).ConfigureAwait(false)
            ?? throw StartChecks.Missing(host, new RawCommand(program, []), "program");
        var told = await HostShell.RunAsync(host, "program-facts.sh", [path], cancellationToken).ConfigureAwait(false);
        var facts = told.Output.Split('\n').Select(static line => line.Split(' ', 2)).Where(static line => line.Length == 2)
            .ToLookup(static line => line[0], static line => line[1].Trim());
        string Fact(string name) => facts[name].FirstOrDefault() ?? "";
        return told.Code == 0 && Fact("stamp").Length > 0
            ? new ProgramFacts(path, Fact("stamp"), Fact("system"), Fact("machine"), Fact("boot"), Fact("kvm"), Fact("user"))
            : throw new HostException(host.Name, $"{path} cannot be looked at: {Evidence.Printable(told.Errors.Trim())}");
    }
}
