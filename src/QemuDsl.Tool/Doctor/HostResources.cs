using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>What VMs use up: disk, and huge pages.</summary>
internal static class HostResources
{
    // The logs of a few VMs and a screenshot; disks of guests are elsewhere.
    private const long NeededKibibytes = 64 * 1024;

    public static async Task<HostFinding> DiskAsync(IVmHost host, string root, CancellationToken cancellationToken)
    {
        const string Check = "disk space";
        var lines = (await HostOutput.ReadAsync(host, "df", ["-Pk", root], cancellationToken).ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [_, var line, ..] || line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, _, _, var text, ..]
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var free))
        {
            return new HostFinding(Check, FindingState.Lacking, $"df does not tell how much is free in {root}", $"df -Pk {root}");
        }

        var message = string.Create(CultureInfo.InvariantCulture, $"{free / 1024} MiB free in {root}");
        return free >= NeededKibibytes
            ? new HostFinding(Check, FindingState.Good, message)
            : new HostFinding(Check, FindingState.Missing, $"{message}; VMs keep logs there", "qemu-dsl sweep");
    }

    public static async Task<HostFinding> HugePagesAsync(IVmHost host, CancellationToken cancellationToken)
    {
        const string Check = "huge pages";
        try
        {
            var pools = (await HugePages.ReadAsync(host, cancellationToken).ConfigureAwait(false)).Pools.Where(static pool => pool.Node is null).ToList();
            var text = string.Join(", ", pools.Select(static pool => string.Create(
                CultureInfo.InvariantCulture, $"{pool.Available} of {pool.Total} pages of {pool.PageSize} free")));
            return pools.Any(static pool => pool.Available > 0)
                ? new HostFinding(Check, FindingState.Good, text)
                : new HostFinding(Check, FindingState.Lacking, $"{(text.Length > 0 ? text : "none")}; only guests that ask for them need any", Remedies.HugePages);
        }
        catch (HostException unreadable)
        {
            return new HostFinding(Check, FindingState.Lacking, HostDoctor.OneLine(unreadable), "ls /sys/kernel/mm/hugepages");
        }
    }
}
