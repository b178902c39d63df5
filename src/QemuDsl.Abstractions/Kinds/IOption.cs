namespace QemuDsl;

/// <summary>A record that becomes one option of the command line. Implemented by the generator.</summary>
public interface IOption
{
    /// <summary>What the record is in QEMU's words, and its keys; the same object for every instance.</summary>
    OptionDescription Description { get; }

    /// <summary>Writes the option, one key after the other, in the notation the writer was made for.</summary>
    void Render(ArgumentWriter writer);

    /// <summary>Shows every record this one refers to.</summary>
    void VisitReferences(ReferenceVisitor visitor);

    /// <summary>Reports every value that breaks a rule of its property.</summary>
    void Check(Findings findings);
}
