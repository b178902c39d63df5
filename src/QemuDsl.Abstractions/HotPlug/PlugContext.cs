using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>What a plan to plug something into a VM must know of the VM.</summary>
/// <param name="IdOf">The id of an option that is part of the VM; null for one that is not.</param>
/// <param name="Arguments">What the VM was started with: its ids are taken.</param>
/// <param name="Taken">Other ids that are taken.</param>
/// <param name="SecretDirectory">Where files with secrets will be.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PlugContext(
    Func<IOption, string?> IdOf, IReadOnlyList<string> Arguments, IReadOnlyCollection<string> Taken, string SecretDirectory)
{
    /// <summary>The QEMU that runs; null leaves version rules out.</summary>
    public QemuVersion? Version { get; init; }
}
