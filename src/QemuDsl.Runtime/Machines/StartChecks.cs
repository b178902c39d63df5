using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>What is looked at before anything is started.</summary>
internal static class StartChecks
{
    public static void Findings(IQemuCommand command, ILogger logger)
    {
        var findings = command.Check();
        foreach (var warning in findings.Where(static finding => finding.Severity == Severity.Warning))
        {
            Log.Finding(logger, warning);
        }

        var errors = findings.Where(static finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new QemuStartException($"The description has errors, so QEMU was not started:\n{string.Join('\n', errors.Select(static error => "  " + error))}", errors);
        }
    }

    public static async Task<string> ProgramAsync(IVmHost host, IQemuCommand command, CancellationToken cancellationToken)
    {
        var found = await host.FindProgramAsync(command.Program, cancellationToken).ConfigureAwait(false)
            ?? throw new QemuStartException(
                $"'{command.Program}' is no program that can be executed on {host.Name}. Install QEMU (Debian: apt-get install qemu-system), "
                + "or name another program with WithProgram.");
        foreach (var helper in (string[])["setpriv", "setsid"])
        {
            if (await host.FindProgramAsync(helper, cancellationToken).ConfigureAwait(false) is null)
            {
                throw new HostException(host.Name, $"'{helper}' is missing, and no VM is started that could outlive its owner. Install util-linux.");
            }
        }

        return found;
    }
}
