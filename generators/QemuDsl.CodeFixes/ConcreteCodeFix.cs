using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0004: makes the record concrete.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcreteCodeFix))]
public sealed class ConcreteCodeFix() : DeclarationCodeFix<TypeDeclarationSyntax>("QDL0004")
{
    // The modifier may be at another half of the record.
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(TypeDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.AbstractKeyword)
            ? [($"Remove 'abstract' from '{node.Identifier.Text}'", Modifiers.Without(node, SyntaxKind.AbstractKeyword))]
            : [];
}
