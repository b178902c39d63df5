using System.Runtime.CompilerServices;

namespace QemuDsl;

/// <summary>Sees every record that another one refers to. Called by generated code.</summary>
public abstract class ReferenceVisitor
{
    /// <summary>Sees a back end, a bus or another record; null is passed over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(IReferable? reference)
    {
        if (reference is not null)
        {
            See(reference);
        }
    }

    /// <summary>Goes into a structured value; null is passed over.</summary>
    public void Visit(IOptionPart? part) => part?.VisitReferences(this);

    private protected abstract void See(IReferable reference);
}
