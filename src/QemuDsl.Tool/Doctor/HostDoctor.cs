using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>Looks at a host as a start of a VM would, one part after the other, and goes on where a start would give up.</summary>
internal sealed class HostDoctor(HostAddress address, DoctorRequest request)
{
    /// <summary>Looks at all of it; a host that cannot be reached has only that to tell.</summary>
    public async Task<IReadOnlyList<HostFinding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var vms = NamedVms.Open(address);
        await using (vms.ConfigureAwait(false))
        {
            var findings = new List<HostFinding>();
            string root;
            try
            {
                root = await vms.Host.FindRunRootAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HostException unreachable)
            {
                return [new HostFinding("host", FindingState.Missing, OneLine(unreachable), Remedies.Reach(address))];
            }

            findings.Add(new HostFinding("run directory", FindingState.Good, root));
            findings.Add(await HostResources.DiskAsync(vms.Host, root, cancellationToken).ConfigureAwait(false));
            findings.AddRange(await HostQemu.ExamineAsync(vms.Host, request, cancellationToken).ConfigureAwait(false));
            findings.AddRange(await HostPrograms.ExamineAsync(vms.Host, cancellationToken).ConfigureAwait(false));
            if (address.Ssh is not null)
            {
                findings.AddRange(await HostSsh.ExamineAsync(vms.Host, cancellationToken).ConfigureAwait(false));
            }

            findings.Add(await HostResources.HugePagesAsync(vms.Host, cancellationToken).ConfigureAwait(false));
            findings.Add(await HostRights.ExamineAsync(vms.Host, cancellationToken).ConfigureAwait(false));
            return findings;
        }
    }

    /// <summary>The first line of what an exception says.</summary>
    public static string OneLine(Exception failure) => Commands.Printable.Text(failure.Message.Split('\n')[0]);
}
