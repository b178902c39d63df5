namespace QemuDsl;

/// <summary>A record in VPP's brace syntax: a section, a block inside one, or a whole file. Implemented by the generator.</summary>
public interface ISection
{
    /// <summary>The section's name; null for a block and a file.</summary>
    string? SectionName { get; }

    /// <summary>What stands between a block's key and its brace; null when nothing does.</summary>
    string? SectionLabel { get; }

    /// <summary>Writes what is between the braces.</summary>
    void Render(SectionWriter writer);

    /// <summary>Reports every value that breaks a rule of its property.</summary>
    void Check(Findings findings);
}
