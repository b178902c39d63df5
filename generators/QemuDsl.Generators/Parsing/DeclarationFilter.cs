using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QemuDsl.Generators.Parsing;

/// <summary>
/// The first step, purely syntactic: what can take part in a description. Everything after it runs only when a file with such a
/// declaration changes, because binding the attributes of 500 records costs 300 ms a keystroke and comparing 500 positions 10.
/// </summary>
internal static class DeclarationFilter
{
    /// <summary>Marked records and enums; and records that can be a base or another part of one.</summary>
    public static bool IsPossible(SyntaxNode node, CancellationToken cancellationToken) => node switch
    {
        RecordDeclarationSyntax record => record.Modifiers.Any(static modifier => modifier.Text is "partial" or "abstract") || IsMarked(record),
        ClassDeclarationSyntax type => IsMarked(type),
        EnumDeclarationSyntax type => IsMarked(type),
        _ => false,
    };

    public static bool IsMarked(BaseTypeDeclarationSyntax type)
    {
        foreach (var list in type.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (KnownNames.Written.Contains(LastName(attribute.Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
