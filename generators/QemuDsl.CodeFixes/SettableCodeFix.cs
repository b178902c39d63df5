using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0021: opens an accessor that only the record itself can call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettableCodeFix))]
public sealed class SettableCodeFix() : DeclarationCodeFix<PropertyDeclarationSyntax>("QDL0021")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(PropertyDeclarationSyntax node) =>
        node.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.Modifiers.Count > 0) is { } closed
            ? [($"Let everybody set '{node.Identifier.Text}'", node.ReplaceNode(closed, Open(closed)))]
            : [];

    private static AccessorDeclarationSyntax Open(AccessorDeclarationSyntax closed) =>
        closed.WithModifiers(default).WithLeadingTrivia(closed.GetLeadingTrivia());
}
