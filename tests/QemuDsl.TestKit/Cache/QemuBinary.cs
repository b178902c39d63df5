namespace QemuDsl.TestKit;

/// <summary>A QEMU on this machine.</summary>
/// <param name="Name">What test output calls it: <c>installed</c> or <c>10.0</c>.</param>
/// <param name="Path">Program to run, with no further arguments needed.</param>
public sealed record QemuBinary(string Name, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
