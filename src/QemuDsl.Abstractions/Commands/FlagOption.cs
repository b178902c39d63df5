namespace QemuDsl;

/// <summary>An option of the stem that a command begins with; a record of the same option takes its place.</summary>
internal sealed class FlagOption(OptionKind kind, string option, string? value) : IOption
{
    public OptionDescription Description { get; } = new(kind, option, null, typeof(FlagOption)) { Repeatable = false };

    public void Render(ArgumentWriter writer)
    {
        writer.Begin(Description.Kind, option, null);
        writer.Positional("value", value);
        writer.End();
    }

    public void VisitReferences(ReferenceVisitor visitor)
    {
    }

    public void Check(Findings findings)
    {
    }
}
