using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>QDL0002: makes a class a record. One that is nested, generic or of one file is no better off as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecordCodeFix))]
public sealed class RecordCodeFix() : DeclarationCodeFix<ClassDeclarationSyntax>("QDL0002")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode Mended)> Mend(ClassDeclarationSyntax node) =>
        node.Parent is TypeDeclarationSyntax || node.TypeParameterList is not null || node.Modifiers.Any(SyntaxKind.FileKeyword)
            ? []
            : [($"Make '{node.Identifier.Text}' a record", Record(node))];

    private static RecordDeclarationSyntax Record(ClassDeclarationSyntax node) => SyntaxFactory.RecordDeclaration(
        SyntaxKind.RecordDeclaration, node.AttributeLists, node.Modifiers, SyntaxFactory.Token(SyntaxKind.RecordKeyword).WithTriviaFrom(node.Keyword),
        default, node.Identifier, node.TypeParameterList, node.ParameterList, node.BaseList, node.ConstraintClauses, node.OpenBraceToken, node.Members,
        node.CloseBraceToken, node.SemicolonToken);
}
