using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0008: writes 'init' in place of 'set'.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitOnlyCodeFix))]
public sealed class InitOnlyCodeFix() : DeclarationCodeFix<PropertyDeclarationSyntax>("QDL0008")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(PropertyDeclarationSyntax node) =>
        node.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } setter
            ? [($"Make '{node.Identifier.Text}' init-only", node.ReplaceNode(setter, Init(setter)))]
            : [];

    private static AccessorDeclarationSyntax Init(AccessorDeclarationSyntax setter) => SyntaxFactory.AccessorDeclaration(
        SyntaxKind.InitAccessorDeclaration, setter.AttributeLists, setter.Modifiers,
        SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword), setter.Body, setter.ExpressionBody, setter.SemicolonToken);
}
