using System.Collections.Immutable;
using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>Text or arguments from which a record is read. Passed on by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FieldSource
{
    private protected FieldSource(ProblemList problems) => Problems = problems;

    private protected ProblemList Problems { get; }

    /// <summary>Looks for these keys, and takes down what is none of them.</summary>
    public abstract FieldReader Read(ImmutableArray<FieldKey> keys);

    /// <summary>Whether it is there at all; what comes before it has been read.</summary>
    internal virtual bool Enter() => true;
}
