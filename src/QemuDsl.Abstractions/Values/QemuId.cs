using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace QemuDsl;

/// <summary>A name that options refer to: a letter, then letters, digits, dots, underscores and dashes.</summary>
/// <remarks>Source: QEMU's <c>id_wellformed</c>. Node names of the block graph have at most 31 characters.</remarks>
public readonly record struct QemuId : IOptionValue<QemuId>
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly string? _value;

    /// <summary>Takes a name.</summary>
    /// <exception cref="FormatException">QEMU would refuse it.</exception>
    public QemuId(string value)
    {
        if (!IsValid(value))
        {
            throw new FormatException(
                $"'{Printable.Of(value ?? "")}' is not an id QEMU takes. Begin with a letter and go on with letters, digits, '.', '_' or '-'.");
        }

        _value = value;
    }

    /// <summary>The name; empty only in a default instance, which every command reports.</summary>
    public string Value => _value ?? "";

    /// <summary>Takes a name.</summary>
    public static implicit operator QemuId(string value) => new(value);

    /// <summary>Takes a name.</summary>
    public static QemuId FromString(string value) => new(value);

    /// <inheritdoc/>
    public static QemuId Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QemuId result)
    {
        result = IsValid(s) ? new QemuId(s!) : default;
        return IsValid(s);
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = Value.TryCopyTo(destination) ? Value.Length : 0;
        return charsWritten == Value.Length;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    internal static bool IsValid(ReadOnlySpan<char> text) =>
        !text.IsEmpty && char.IsAsciiLetter(text[0]) && !text.ContainsAnyExcept(Allowed);
}
