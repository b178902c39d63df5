namespace QemuDsl;

/// <summary>What can be done with any command line.</summary>
public static class ToolExtensions
{
    /// <summary>The arguments, as the program gets them, without the program itself.</summary>
    /// <param name="tool">The command line, or a group of options.</param>
    /// <param name="version">The program's version, which decides on spellings; the newest when it is not known.</param>
    /// <exception cref="QemuOptionException">A value cannot be an argument.</exception>
    public static IReadOnlyList<string> ToArguments(this ITool tool, ProgramVersion? version = null)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var writer = new ToolWriter(NameOf(tool), version);
        tool.Render(writer);
        return writer.Arguments;
    }

    /// <summary>Everything wrong with it: rules of its properties, and values that cannot be written.</summary>
    /// <param name="tool">The command line, or a group of options.</param>
    /// <param name="version">The program's version; what depends on it is passed over when it is not known.</param>
    public static Findings Check(this ITool tool, ProgramVersion? version = null)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var findings = new Findings(version, NameOf(tool), NameOf(tool));
        tool.Check(findings);
        findings.Expressible(() => tool.ToArguments(version));
        return findings;
    }

    private static string NameOf(ITool tool) => tool.Program ?? tool.GetType().Name;
}
