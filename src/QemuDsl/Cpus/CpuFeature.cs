using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Cpus;

/// <summary>One feature of a CPU: <c>avx2=on</c>, <c>model-id=text</c>, or x86's own <c>+avx2</c> and <c>-svm</c>.</summary>
public readonly record struct CpuFeature : IOptionValue<CpuFeature>
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly string? _text;

    private CpuFeature(string text) => _text = text;

    /// <summary>The feature as QEMU reads it; empty only in a default instance.</summary>
    public string Text => _text ?? "";

    /// <summary>Adds a feature (<c>avx2=on</c>), on any architecture.</summary>
    /// <exception cref="FormatException">The name is none.</exception>
    public static CpuFeature On(string name) => Set(name, "on");

    /// <summary>Takes a feature away (<c>avx2=off</c>), on any architecture.</summary>
    /// <exception cref="FormatException">The name is none.</exception>
    public static CpuFeature Off(string name) => Set(name, "off");

    /// <summary>Sets a property (<c>sve-max-vq=4</c>).</summary>
    /// <exception cref="FormatException">The name is none, or the value has a comma, for which <c>-cpu</c> knows no escape.</exception>
    public static CpuFeature Set(string name, string value) => Parse($"{name}={value}");

    /// <summary>Reads <c>avx2=on</c>, <c>+avx2</c> or <c>-svm</c>.</summary>
    /// <exception cref="FormatException">The text is none of them.</exception>
    public static CpuFeature Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var feature)
        ? feature
        : throw new FormatException(
            $"'{s}' is not a CPU feature. Write name=value, +name or -name without a comma: -cpu knows no escape for one.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CpuFeature result)
    {
        var text = s.AsSpan();
        var equals = text.IndexOf('=');
        var isSigned = !text.IsEmpty && text[0] is '+' or '-';
        var name = isSigned ? text[1..] : equals < 0 ? [] : text[..equals];
        var isFeature = !name.IsEmpty && !name.ContainsAnyExcept(NameCharacters) && !text.ContainsAny(',', '\0');
        result = isFeature ? new CpuFeature(s!) : default;
        return isFeature;
    }

    /// <summary>Reads a feature, such as <c>+avx2</c>.</summary>
    public static implicit operator CpuFeature(string value) => Parse(value);

    /// <summary>Reads a feature, such as <c>+avx2</c>.</summary>
    public static CpuFeature FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = Text.TryCopyTo(destination) ? Text.Length : 0;
        return charsWritten == Text.Length;
    }

    /// <summary>The feature as QEMU reads it.</summary>
    public override string ToString() => Text;
}
