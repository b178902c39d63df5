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

    /// <summary>The text of a <see cref="VmOrder"/> it is about, by its name there, or a key of <see cref="Device"/>; null when that is not known.</summary>
    public string? Field { get; init; }

    /// <summary>The device of <see cref="VmOrder.Devices"/> it is about, by its place there; null when it is about none.</summary>
    public int? Device { get; init; }

    internal AutomationException At(string? field, int? device = null) => new(Failure, Message, this) { Field = field, Device = device };
}
