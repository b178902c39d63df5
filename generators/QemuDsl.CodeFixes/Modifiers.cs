using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.CodeFixes;

/// <summary>Modifiers of a declaration, changed without a loss of the comments and blanks around them.</summary>
internal static class Modifiers
{
    /// <summary>Adds one behind those there are.</summary>
    public static TNode With<TNode>(TNode member, SyntaxKind modifier)
        where TNode : MemberDeclarationSyntax
    {
        var token = SyntaxFactory.Token(modifier).WithTrailingTrivia(SyntaxFactory.Space);
        if (member.Modifiers.Count > 0)
        {
            return (TNode)member.WithModifiers(member.Modifiers.Add(token));
        }

        // What stands before the declaration's first word now stands before the modifier.
        var first = FirstWord(member);
        var bare = member.ReplaceToken(first, first.WithLeadingTrivia());
        return (TNode)bare.WithModifiers(SyntaxFactory.TokenList(token.WithLeadingTrivia(first.LeadingTrivia)));
    }

    /// <summary>Takes one away.</summary>
    public static TNode Without<TNode>(TNode member, SyntaxKind modifier)
        where TNode : MemberDeclarationSyntax
    {
        var token = member.Modifiers.First(one => one.IsKind(modifier));
        var next = token.GetNextToken();
        var moved = member.ReplaceToken(next, next.WithLeadingTrivia(token.LeadingTrivia));
        return (TNode)moved.WithModifiers(SyntaxFactory.TokenList(moved.Modifiers.Where(one => !one.IsKind(modifier))));
    }

    private static SyntaxToken FirstWord(MemberDeclarationSyntax member) =>
        member.AttributeLists.Count == 0 ? member.GetFirstToken() : member.AttributeLists.Last().GetLastToken().GetNextToken();
}
