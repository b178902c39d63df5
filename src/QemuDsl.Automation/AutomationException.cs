namespace QemuDsl.Automation;

/// <summary>What was asked for in words cannot be done as it stands; the message says why and what to do.</summary>
/// <param name="failure">Which part of it.</param>
/// <param name="message">What is wrong, the value, the remedy.</param>
/// <param name="innerException">What told.</param>
public sealed class AutomationException(AutomationFailure failure, string message, Exception? innerException = null)
    : QemuException(message, innerException)
{
    /// <summary>Which part of it.</summary>
    public AutomationFailure Failure { get; } = failure;

    /// <summary>The text of a <see cref="VmOrder"/> it is about, by its name there; null when that is not known.</summary>
    public string? Field { get; init; }

    internal AutomationException At(string field) => new(Failure, Message, this) { Field = field };
}
