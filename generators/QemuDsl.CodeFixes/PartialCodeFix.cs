using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0001: makes the record partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialCodeFix))]
public sealed class PartialCodeFix() : DeclarationCodeFix<TypeDeclarationSyntax>("QDL0001")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(TypeDeclarationSyntax node) =>
        [($"Make '{node.Identifier.Text}' partial", Modifiers.With(node, SyntaxKind.PartialKeyword))];
}
