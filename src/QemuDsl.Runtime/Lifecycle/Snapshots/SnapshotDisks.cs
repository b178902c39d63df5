using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>The disks of a VM that a snapshot is made of.</summary>
/// <param name="Nodes">All that the guest can write, by name of their nodes.</param>
/// <param name="StateNode">The one that takes memory and devices; null when no image can.</param>
/// <param name="Snapshots">What is in that one.</param>
internal sealed record SnapshotDisks(IReadOnlyList<string> Nodes, string? StateNode, IReadOnlyList<VmSnapshot> Snapshots)
{
    private const long LastSecond = 253_402_300_799;

    /// <summary>For messages.</summary>
    public string Names => Snapshots.Count == 0 ? "none" : string.Join(", ", Snapshots.Select(static found => $"'{found.Name}'"));

    public static async Task<SnapshotDisks> FindAsync(QmpClient qmp, CancellationToken cancellationToken)
    {
        var blocks = await qmp.ExecuteAsync("query-block", default, cancellationToken).ConfigureAwait(false);
        var attached = blocks.Items().Select(static block => block.Member("inserted")).Where(IsWritable).ToList();
        var disks = attached.Where(static node => !IsFilter(node)).ToList();
        if (!disks.Exists(IsQcow2) || disks.Count < attached.Count)
        {
            // Images below filters, and one that no device uses and takes the memory of a guest without disks.
            var all = await qmp.ExecuteAsync("query-named-block-nodes", default, cancellationToken).ConfigureAwait(false);
            disks.AddRange(all.Items().Where(node => IsWritable(node) && IsQcow2(node) && !disks.Exists(disk => Name(disk) == Name(node))));
        }

        var state = disks.Find(IsQcow2);
        var snapshots = state.Member("image").Member("snapshots").Items().Select(Read);
        return new SnapshotDisks([.. disks.Select(static disk => Name(disk)!)], Name(state), [.. snapshots]);
    }

    private static string? Name(JsonElement node) => node.Text("node-name");

    private static bool IsWritable(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && !node.IsTrue("ro") && Name(node) is not null;

    private static bool IsQcow2(JsonElement node) => node.Text("drv") == "qcow2";

    // A filter hands snapshots on to the image below it; QEMU 10.0 dies in that (throttle_drain_end), so the image itself is named.
    private static bool IsFilter(JsonElement node) => node.Text("drv") is "throttle" or "copy-on-read";

    private static VmSnapshot Read(JsonElement snapshot) => new(
        snapshot.Text("name") ?? "",
        DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(snapshot.Number("date-sec"), 0, LastSecond))
            .AddMicroseconds(Math.Clamp(snapshot.Number("date-nsec"), 0, 999_999_999) / 1000),
        new ByteSize(snapshot.Number("vm-state-size")));
}
