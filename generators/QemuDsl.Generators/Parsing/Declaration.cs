using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.Generators.Parsing;

/// <summary>
/// Where a declaration stands and what its file looked like: equal as long as the file has not changed. Holds neither syntax nor tree.
/// </summary>
internal readonly record struct Declaration(string Path, int Start, bool IsMarked, ulong FileHash)
{
    public static Declaration Of(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var node = (BaseTypeDeclarationSyntax)context.Node;
        var tree = node.SyntaxTree;
        return new Declaration(tree.FilePath, node.SpanStart, DeclarationFilter.IsMarked(node), Hash(tree.GetText(cancellationToken).GetChecksum()));
    }

    // The text computes its checksum once and keeps it; eight of its bytes tell versions of one file apart.
    private static ulong Hash(ImmutableArray<byte> checksum)
    {
        ulong hash = 0;
        for (var index = 0; index < 8; index++)
        {
            hash = hash << 8 | checksum[index];
        }

        return hash;
    }
}
