namespace QemuDsl;


/// <summary>A structured value inside an option. Implemented by the generator.</summary>
public interface IOptionPart
{
    /// <summary>Writes the keys, each behind the writer's current prefix.</summary>
    void Render(ArgumentWriter writer);

    /// <summary>Shows every record this one refers to.</summary>
    void VisitReferences(ReferenceVisitor visitor);

    /// <summary>Reports every value that breaks a rule of its property.</summary>
    void Check(Findings findings);
}
