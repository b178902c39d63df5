namespace QemuDsl.Runtime;

/// <summary>QEMU did not start: a description with errors, a missing program, an argument it refuses.</summary>
public sealed class QemuStartException : QemuException
{
    internal QemuStartException(
        string message, IReadOnlyList<Finding>? findings = null, QemuRefusal? refusal = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Findings = findings ?? [];
        Refusal = refusal;
    }

    /// <summary>What was wrong with the description; empty when QEMU itself refused.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The record and property QEMU refused; null when its words do not tell.</summary>
    public QemuRefusal? Refusal { get; }
}
