using System.Collections.Immutable;

namespace QemuDsl;

/// <summary>Arguments written by the user, passed to QEMU as they are: the escape hatch for what no record describes.</summary>
public sealed record RawOption : IOption
{
    private static readonly OptionDescription Definition = new(OptionKind.Raw, "raw", null, typeof(RawOption));

    /// <summary>Takes the arguments, usually an option and its value: <c>new RawOption("-device", "foo,bar=1")</c>.</summary>
    /// <exception cref="ArgumentException">There is no argument.</exception>
    public RawOption(params IEnumerable<string> arguments)
    {
        Arguments = [.. arguments];
        if (Arguments.Count == 0)
        {
            throw new ArgumentException("A raw option needs at least one argument, such as \"-device\", \"foo,bar=1\".", nameof(arguments));
        }
    }

    /// <summary>The arguments.</summary>
    public OptionList<string> Arguments { get; }

    OptionDescription IOption.Description => Definition;

    /// <inheritdoc/>
    public void Render(ArgumentWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var argument in Arguments)
        {
            writer.Raw(argument);
        }
    }

    /// <inheritdoc/>
    public void VisitReferences(ReferenceVisitor visitor)
    {
    }

    /// <inheritdoc/>
    public void Check(Findings findings)
    {
    }
}
