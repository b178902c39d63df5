using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0007: makes the property nullable, or required.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionalCodeFix))]
public sealed class OptionalCodeFix() : DeclarationCodeFix<PropertyDeclarationSyntax>("QDL0007")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(PropertyDeclarationSyntax node) =>
    [
        ($"Make '{node.Identifier.Text}' nullable", node.WithType(SyntaxFactory.NullableType(node.Type.WithoutTrivia()).WithTriviaFrom(node.Type))),
        ($"Make '{node.Identifier.Text}' required", Modifiers.With(node, SyntaxKind.RequiredKeyword)),
    ];
}
