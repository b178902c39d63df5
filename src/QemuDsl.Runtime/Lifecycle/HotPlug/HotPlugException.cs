namespace QemuDsl.Runtime;

/// <summary>Something could not be added to a VM that runs, or taken away from it; the VM lives on.</summary>
public sealed class HotPlugException : QemuException
{
    internal HotPlugException(
        HotPlugFailure failure, string message, IReadOnlyList<Finding>? findings = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Findings = findings ?? [];
    }

    /// <summary>Why.</summary>
    public HotPlugFailure Failure { get; }

    /// <summary>What is wrong with the record; empty when QEMU or the guest refused.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
