namespace QemuDsl;

/// <summary>A small value with a text of its own on the command line, such as a MAC address. Text in JSON too.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOptionValue<TSelf> : IParsable<TSelf>
    where TSelf : struct, IOptionValue<TSelf>
{
    /// <summary>Writes the text without allocating; false when <paramref name="destination"/> is too short.</summary>
    bool TryFormat(Span<char> destination, out int charsWritten);
}
