namespace QemuDsl.Tests.Catalogue;

/// <summary>A limit of a device: what lies within, and what lies without.</summary>
/// <param name="Name">What test output calls it.</param>
/// <param name="Within">Commands at the limit; neither the check nor QEMU minds.</param>
/// <param name="Without">Commands beyond it; the check finds an error, and QEMU does not start.</param>
/// <param name="Refusal">What QEMU says, as a regular expression; null when it dies without a word.</param>
internal sealed record DeviceLimit(string Name, IReadOnlyList<IQemuCommand> Within, IReadOnlyList<IQemuCommand> Without, string? Refusal)
{
    /// <summary>Whether QEMU 7.2 lets it pass, and does something else than it was told.</summary>
    public bool PassedBefore { get; init; }
}
