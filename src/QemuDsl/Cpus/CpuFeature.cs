using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Cpus;

/// <summary>A feature of a CPU: <c>+avx2</c>, <c>-svm</c>, or <c>name=value</c>.</summary>
public readonly record struct CpuFeature : IOptionValue<CpuFeature>
{
    private readonly string? _text;

    private CpuFeature(string text) => _text = text;

    /// <summary>Switches a feature on.</summary>
    public static CpuFeature On(string name) => Parse($"+{name}");

    /// <summary>Switches a feature off.</summary>
    public static CpuFeature Off(string name) => Parse($"-{name}");

    /// <summary>Reads <c>+avx2</c>, <c>-svm</c> or <c>name=value</c>.</summary>
    /// <exception cref="FormatException">The text is no such thing; <c>-cpu</c> knows no escape, so it can hold no comma.</exception>
    public static CpuFeature Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var feature)
        ? feature
        : throw new FormatException($"'{s}' is not a CPU feature. Write +name, -name or name=value, without a comma.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CpuFeature result)
    {
        var valid = s is { Length: > 1 } && !s.AsSpan().ContainsAny(',', '\0')
            && (s[0] is '+' or '-' ? !s.Contains('=', StringComparison.Ordinal) : s.IndexOf('=', StringComparison.Ordinal) > 0);
        result = valid ? new CpuFeature(s!) : default;
        return valid;
    }

    /// <summary>Reads <c>+avx2</c>, <c>-svm</c> or <c>name=value</c>.</summary>
    public static implicit operator CpuFeature(string value) => Parse(value);

    /// <summary>Reads <c>+avx2</c>, <c>-svm</c> or <c>name=value</c>.</summary>
    public static CpuFeature FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var fits = ToString().TryCopyTo(destination);
        charsWritten = fits ? ToString().Length : 0;
        return fits;
    }

    /// <summary>The text.</summary>
    public override string ToString() => _text ?? "";
}
