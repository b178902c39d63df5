using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>Saves, loads and deletes snapshots in the qcow2 images of one VM.</summary>
internal sealed class Snapshots(QmpClient qmp, TimeProvider time, TimeSpan limit)
{
    private const int NameBytes = 255;

    public Task SaveAsync(string name, CancellationToken cancellationToken) => LimitAsync("saved", name, SaveNowAsync, cancellationToken);

    public Task LoadAsync(string name, CancellationToken cancellationToken) => LimitAsync("loaded", name, LoadNowAsync, cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        LimitAsync("deleted", name, DeleteNowAsync, cancellationToken);

    private async Task SaveNowAsync(string name, CancellationToken cancellationToken)
    {
        var disks = await FindAsync("saved", name, cancellationToken).ConfigureAwait(false);
        if (disks.Snapshots.Any(found => found.Name == name))
        {
            throw Failed("saved", name, $"there is one of that name. Delete it first, or choose a name that is not among {disks.Names}");
        }

        await RunAsync("snapshot-save", "saved", name, State(disks), cancellationToken).ConfigureAwait(false);
    }

    private async Task LoadNowAsync(string name, CancellationToken cancellationToken)
    {
        var disks = await KnownAsync("loaded", name, cancellationToken).ConfigureAwait(false);
        await RunAsync("snapshot-load", "loaded", name, State(disks), cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteNowAsync(string name, CancellationToken cancellationToken)
    {
        var disks = await KnownAsync("deleted", name, cancellationToken).ConfigureAwait(false);
        await RunAsync("snapshot-delete", "deleted", name, Disks(disks), cancellationToken).ConfigureAwait(false);
    }

    private async Task LimitAsync(
        string done, string name, Func<string, CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        Check(name);
        using var deadline = new CancellationTokenSource(limit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await operation(name, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(
                done, name, $"QEMU was not ready within {limit.TotalSeconds:0.###} s, and its job is cancelled. Raise the timeout");
        }
    }

    private async Task<SnapshotDisks> KnownAsync(string done, string name, CancellationToken cancellationToken)
    {
        var disks = await FindAsync(done, name, cancellationToken).ConfigureAwait(false);
        return disks.Snapshots.Any(found => found.Name == name)
            ? disks
            : throw Failed(done, name, $"there is none of that name. There are: {disks.Names}");
    }

    private async Task<SnapshotDisks> FindAsync(string done, string name, CancellationToken cancellationToken)
    {
        var disks = await SnapshotDisks.FindAsync(qmp, cancellationToken).ConfigureAwait(false);
        var writable = disks.Nodes.Count > 0 ? string.Join(", ", disks.Nodes) : "none";
        return disks.StateNode is not null
            ? disks
            : throw Failed(
                done,
                name,
                "the VM has no qcow2 image that it can write, and only such an image holds snapshots. Give it one, if only for the "
                + $"snapshots (qemu-img create -f qcow2). Nodes that can be written: {writable}");
    }

    private async Task RunAsync(string command, string done, string name, JsonObject arguments, CancellationToken cancellationToken)
    {
        arguments["tag"] = name;
        if (await new QmpJob(qmp, command).RunAsync(arguments, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw Failed(done, name, $"QEMU's job said: {Evidence.Printable(error)}{Remedy(error)}");
        }
    }

    private static JsonObject State(SnapshotDisks disks)
    {
        var arguments = Disks(disks);
        arguments["vmstate"] = disks.StateNode;
        return arguments;
    }

    private static JsonObject Disks(SnapshotDisks disks) => new() { ["devices"] = QmpArguments.Texts(disks.Nodes) };

    private static string Remedy(string error) =>
        error.Contains("does not support snapshots", StringComparison.Ordinal)
            ? ". Every disk the guest can write must be in the snapshot: make this one qcow2, or read-only"
            : error.Contains("disk-only snapshot", StringComparison.Ordinal) ? ". It was not made by SaveSnapshotAsync" : "";

    // QEMU cuts names after 255 bytes, and takes one that is a number for the number of another snapshot (all versions up to 10.0).
    private static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Encoding.UTF8.GetByteCount(name) > NameBytes || name.Any(char.IsControl)
            || ulong.TryParse(name, CultureInfo.InvariantCulture, out _))
        {
            throw new ArgumentException(
                $"'{Evidence.Printable(name)}' is no name for a snapshot: it has at most {NameBytes} bytes, no control characters, and is "
                + "no number, which QEMU takes for the number of a snapshot.",
                nameof(name));
        }
    }

    private static SnapshotException Failed(string done, string name, string why) =>
        new(name, $"Snapshot '{name}' could not be {done}: {why}.");
}
