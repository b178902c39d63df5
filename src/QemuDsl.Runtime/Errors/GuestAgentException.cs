namespace QemuDsl.Runtime;

/// <summary>The guest agent refused a command, did not answer or answered nonsense; the VM lives on.</summary>
public sealed class GuestAgentException : QemuException
{
    private GuestAgentException(string command, string message, Exception? innerException = null)
        : base(message, innerException) => Command = command;

    /// <summary>The command, such as <c>guest-exec</c>.</summary>
    public string Command { get; }

    /// <summary>The agent's class of the error, such as <c>CommandNotFound</c>; null when it said nothing.</summary>
    public string? ErrorClass { get; private init; }

    /// <summary>Whether the agent answered that it will not, or cannot.</summary>
    public bool IsRefusal => ErrorClass is not null;

    internal static GuestAgentException Refused(string command, string errorClass, string description)
    {
        var unknown = errorClass == "CommandNotFound" || description.Contains("has been disabled", StringComparison.Ordinal);
        var remedy = unknown ? " The agent does not know it, or its blacklist has it: see GetInfoAsync, and qemu-ga(8) --block-rpcs." : "";
        return new GuestAgentException(
            command, $"The guest agent refused '{command}' ({Evidence.Printable(errorClass)}): {Evidence.Printable(description)}.{remedy}")
        {
            ErrorClass = errorClass,
        };
    }

    internal static GuestAgentException Silent(string command, TimeSpan deadline) => new(
        command,
        $"The guest agent did not answer '{command}' within {deadline.TotalSeconds:0.###} s. It may not run yet (wait with "
        + "Boot.UntilAgentAnswers), or the guest hangs. What it was asked may still be done.");

    internal static GuestAgentException Queued(string command, TimeSpan deadline) => new(
        command,
        $"'{command}' was not sent to the guest agent within {deadline.TotalSeconds:0.###} s: it does one thing at a time, and what it was asked "
        + "before is not answered yet.");

    internal static GuestAgentException Protocol(string command, string problem, string evidence) => new(
        command, $"The guest agent's answer to '{command}' cannot be used: {problem}. It began with: {Evidence.Printable(evidence)}");

    internal static GuestAgentException Broken(string command, Exception reason) => new(
        command, $"The guest agent's channel ended before '{command}' was answered: {reason.Message}", reason);

    internal static GuestAgentException Failed(string command, string problem) => new(command, $"'{command}' in the guest: {problem}");
}
