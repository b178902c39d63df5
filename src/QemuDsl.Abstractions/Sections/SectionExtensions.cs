namespace QemuDsl;

/// <summary>What can be done with any section.</summary>
public static class SectionExtensions
{
    /// <summary>The text of a configuration file, every line ended; a section with its name and braces.</summary>
    /// <exception cref="QemuOptionException">A value cannot be written, such as a path with a blank.</exception>
    public static string ToText(this ISection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var writer = new SectionWriter(section.SectionName ?? section.GetType().Name);
        if (section.SectionName is { } name)
        {
            writer.Block(name, section);
        }
        else
        {
            section.Render(writer);
        }

        return writer.ToString();
    }

    /// <summary>Everything wrong with it: rules of its properties, and values that cannot be written.</summary>
    /// <param name="section">The section, block or file.</param>
    /// <param name="version">The VPP it is meant for; what depends on it is passed over when it is not known.</param>
    public static Findings Check(this ISection section, ProgramVersion? version = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        var findings = new Findings(version, "VPP", section.SectionName ?? section.GetType().Name);
        section.Check(findings);
        findings.Expressible(() => section.ToText());
        return findings;
    }
}
