namespace QemuDsl.Runtime;

/// <summary>A snapshot could not be saved, loaded or deleted; the VM lives on.</summary>
public sealed class SnapshotException : QemuException
{
    internal SnapshotException(string snapshot, string message)
        : base(message) => Snapshot = snapshot;

    /// <summary>Name of the snapshot.</summary>
    public string Snapshot { get; }
}
