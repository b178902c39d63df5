using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads an enum of words.</summary>
internal static class EnumParser
{
    public static EnumModel? Parse(INamedTypeSymbol type, Reporter reporter)
    {
        if (type.ContainingType is not null)
        {
            reporter.Report(Rules.NestedEnum, type, type.Name);
            return null;
        }

        var words = new List<WordModel>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            var word = member.Find("ValueAttribute")?.Positional<string>(0) ?? Naming.Kebab(member.Name);
            if (words.Exists(known => known.Word == word))
            {
                reporter.Report(Rules.DuplicateWord, member, type.Name, member.Name, word);
                continue;
            }

            words.Add(new WordModel(member.Name, word));
        }

        return new EnumModel(OptionParser.NamespaceOf(type), type.Name, type.DeclaredAccessibility == Accessibility.Public, words);
    }
}
