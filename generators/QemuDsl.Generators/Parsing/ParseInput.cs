using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>
/// What parsing depends on. Two inputs are equal when no file with a declaration and no reference has changed; the compilation itself
/// changes with every keystroke, takes no part in that, and is held weakly, so that an old one can go.
/// </summary>
internal sealed class ParseInput(ImmutableArray<Declaration> declarations, ImmutableArray<MetadataReference> references, Compilation compilation)
    : IEquatable<ParseInput>
{
    private readonly ImmutableArray<Declaration> _declarations = declarations;
    private readonly ImmutableArray<MetadataReference> _references = references;
    private readonly WeakReference<Compilation> _compilation = new(compilation);

    public ImmutableArray<Declaration> Declarations => _declarations;

    /// <summary>The compilation; always there in the run that made this input, which is the only one that parses it.</summary>
    public Compilation? Compilation => _compilation.TryGetTarget(out var target) ? target : null;

    public bool Equals(ParseInput? other) =>
        other is not null && _declarations.SequenceEqual(other._declarations) && SameReferences(_references, other._references);

    public override bool Equals(object? obj) => Equals(obj as ParseInput);

    public override int GetHashCode() => _declarations.Length;

    private static bool SameReferences(ImmutableArray<MetadataReference> left, ImmutableArray<MetadataReference> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if (!ReferenceEquals(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }
}
