namespace QemuDsl;

/// <summary>Something in a text or a command line that does not describe what it should.</summary>
/// <param name="Unit">What <paramref name="Number"/> counts: <c>line</c> or <c>argument</c>.</param>
/// <param name="Number">Where it is, counted from 1.</param>
/// <param name="Key">The key it is about; null where there is none.</param>
/// <param name="Value">The offending value; null where there is none.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ReadProblem(string Unit, int Number, string? Key, string? Value, string Message, string Remedy)
{
    /// <summary>One line: place, key, value, what is wrong and the remedy.</summary>
    public override string ToString()
    {
        var key = Key is null ? "" : $", key '{Printable.Of(Key)}'";
        var value = Value is null ? "" : $" (value '{Printable.Of(Value)}')";
        return $"{Unit} {Number}{key}: {Message}{value}. {Remedy}";
    }
}
