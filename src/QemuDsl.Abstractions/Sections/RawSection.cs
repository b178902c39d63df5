using System.ComponentModel;
using QemuDsl.CompilerServices;

namespace QemuDsl;

/// <summary>A section nobody has a record of, kept word for word; comments and line breaks are lost.</summary>
/// <remarks>A property <c>OptionList&lt;RawSection&gt;</c> of a <see cref="SectionAttribute"/> record takes every section that the record has no key for.</remarks>
public sealed record RawSection : ISection
{
    /// <summary>Takes a name, and what stands between the braces.</summary>
    /// <exception cref="FormatException">The braces inside do not match.</exception>
    public RawSection(string name, string body)
        : this(name, Split(body ?? throw new ArgumentNullException(nameof(body))))
    {
    }

    private RawSection(string name, OptionList<string> words) => (Name, Words) = (name, words);

    /// <summary>The section's name.</summary>
    public string Name { get; }

    /// <summary>Words and braces inside it.</summary>
    public OptionList<string> Words { get; }

    string? ISection.SectionName => Name;

    string? ISection.SectionLabel => null;

    /// <summary>Reads the record; called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RawSection Read(FieldSource source) =>
        source is SectionSource section ? new RawSection(section.Label, [.. section.Words]) : throw new ArgumentException("A raw section stands in a section only.", nameof(source));

    /// <inheritdoc/>
    public void Render(SectionWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Words(Name, Words);
    }

    /// <summary>Nothing is known of it, so nothing is checked.</summary>
    public void Check(Findings findings)
    {
    }

    private static OptionList<string> Split(string body)
    {
        var tokens = new SectionTokens(body, new ProblemList("line"));
        var words = new List<string>(tokens.Count);
        var depth = 0;
        for (var index = 0; index < tokens.Count && depth >= 0; index++)
        {
            depth += tokens[index].IsOpen ? 1 : tokens[index].IsClose ? -1 : 0;
            words.Add(tokens[index].Text);
        }

        return depth == 0 ? [.. words] : throw new FormatException($"The braces in '{Printable.Of(body)}' do not match. Close each that is opened, and no other.");
    }
}
