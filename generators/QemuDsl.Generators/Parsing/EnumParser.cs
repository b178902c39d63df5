using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads an enum of words.</summary>
internal static class EnumParser
{
    public static EnumModel? Parse(INamedTypeSymbol type, Reporter reporter)
    {
        if (type.ContainingType is not null || type.IsFileLocal)
        {
            reporter.Report(Rules.NestedEnum, type, type.Name);
            return null;
        }

        NameChecks.Beside(type, $"{type.Name}Words", reporter);
        var words = new List<WordModel>();
        var numbers = new HashSet<object>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            var word = member.Find("ValueAttribute")?.Positional<string>(0) ?? Naming.Kebab(member.Name);
            if (words.Exists(known => known.Word == word))
            {
                reporter.Report(Rules.DuplicateWord, member, type.Name, member.Name, word);
                continue;
            }

            words.Add(new WordModel(member.Name, word, !numbers.Add(member.ConstantValue!)));
        }

        return new EnumModel(OptionParser.NamespaceOf(type), type.Name, type.DeclaredAccessibility == Accessibility.Public, words);
    }
}
