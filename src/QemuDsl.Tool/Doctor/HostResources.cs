using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Doctor;

/// <summary>What VMs use up: disk, and huge pages.</summary>
internal static class HostResources
{
    // The logs of a few VMs and a screenshot; disks of guests are elsewhere.
    private const long NeededKibibytes = 64 * 1024;
    private const string PagesCheck = "huge pages";

    public static async Task<HostFinding> DiskAsync(IVmHost host, string root, CancellationToken cancellationToken) =>
        Disk(await HostOutput.ReadAsync(host, "df", ["-Pk", root], cancellationToken).ConfigureAwait(false), root);

    /// <summary>Whether there is room for what VMs write.</summary>
    /// <param name="told">What <c>df -Pk</c> prints; empty where there is none.</param>
    /// <param name="root">What it was asked about.</param>
    public static HostFinding Disk(string told, string root)
    {
        const string Check = "disk space";
        if (told.Split('\n', StringSplitOptions.RemoveEmptyEntries) is not [_, var line, ..]
            || line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, _, _, var text, ..]
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
        try
        {
            return Pages((await HugePages.ReadAsync(host, cancellationToken).ConfigureAwait(false)).Pools);
        }
        catch (HostException unreadable)
        {
            return new HostFinding(PagesCheck, FindingState.Lacking, HostDoctor.OneLine(unreadable), "ls /sys/kernel/mm/hugepages");
        }
    }

    /// <summary>Whether guests can have huge pages.</summary>
    public static HostFinding Pages(IEnumerable<HugePagePool> pools)
    {
        var whole = pools.Where(static pool => pool.Node is null).ToList();
        var text = string.Join(", ", whole.Select(static pool => string.Create(
            CultureInfo.InvariantCulture, $"{pool.Available} of {pool.Total} pages of {pool.PageSize} free")));
        return whole.Any(static pool => pool.Available > 0)
            ? new HostFinding(PagesCheck, FindingState.Good, text)
            : new HostFinding(PagesCheck, FindingState.Lacking, $"{(text.Length > 0 ? text : "none")}; only guests that ask for them need any", Remedies.HugePages);
    }
}
