namespace QemuDsl;

/// <summary>The command line of a program other than QEMU, or a group of options of one. Implemented by the generator.</summary>
public interface ITool
{
    /// <summary>The program; null for a group of options.</summary>
    string? Program { get; }

    /// <summary>The argument before its options; null when there is none.</summary>
    string? OptionSeparator { get; }

    /// <summary>Writes its options.</summary>
    void Render(ToolWriter writer);

    /// <summary>Reports every value that breaks a rule of its property.</summary>
    void Check(Findings findings);
}
