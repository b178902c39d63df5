using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Names that generated members and types have; what is called so in source would be a second one of that name.</summary>
internal static class NameChecks
{
    // "Bus" is none, but would hide the enum in "Bus = Bus.Pci" of the attribute above the record (CS0120).
    private static readonly string[] OfRecords = ["Bus", "Definition", "Render", "VisitReferences", "Check", "CheckMore", "ReadJson"];

    private static readonly string[] OfFields = ["FieldKeys", "Render", "Check", "CheckMore", "Read", "Parse"];

    private static readonly string[] OfProfiles = ["ToCommand", "AppendTo", "Configure", "WriteJson", "ReadJson"];

    // Of these only an overload with the generated parameters is in the way.
    private static readonly HashSet<string> Methods =
        ["Render", "VisitReferences", "Check", "ReadJson", "PrintMembers", "ToCommand", "AppendTo", "WriteJson", "Read", "Parse"];

    public static void Record(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        var names = new HashSet<string>(OfRecords, StringComparer.Ordinal);
        names.UnionWith(properties.Where(static property => property.IsAdded).Select(static property => property.Name));
        names.UnionWith(properties.Where(static property => property.Lifetime is not null).Select(static property => $"{property.Name}Lifetime"));
        if (properties.Any(static property => property.SecretFileKey is not null))
        {
            names.Add("PrintMembers");
        }

        Run(type, names, properties, reporter);
    }

    /// <summary>A section or a tool.</summary>
    public static void Fields(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        var names = new HashSet<string>(OfFields, StringComparer.Ordinal);
        names.UnionWith(properties.Where(static property => property.Lifetime is not null).Select(static property => $"{property.Name}Lifetime"));
        Run(type, names, properties, reporter);
    }

    public static void Profile(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter) =>
        Run(type, new HashSet<string>(OfProfiles, StringComparer.Ordinal), properties, reporter);

    /// <summary>A type that is generated beside a declaration.</summary>
    public static void Beside(INamedTypeSymbol type, string name, Reporter reporter)
    {
        foreach (var other in type.ContainingNamespace.GetTypeMembers(name, 0).Where(Sources.IsWritten))
        {
            reporter.Report(Rules.ReservedName, other, name, $"a class that is generated for '{type.Name}'", "");
        }
    }

    private static void Run(INamedTypeSymbol type, HashSet<string> names, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        var copies = properties.ToDictionary(static property => $"With{property.Name}", static property => property.Type, StringComparer.Ordinal);
        foreach (var member in type.GetMembers().Where(Sources.IsWritten).Concat(Inherited(type)))
        {
            if (member is IMethodSymbol method ? Is(method, names, copies) : names.Contains(member.Name) || copies.ContainsKey(member.Name))
            {
                var key = member is IPropertySymbol ? $", and [Key(\"{Naming.Kebab(member.Name)}\")] if QEMU's key is called so" : "";
                (Owns(type, member) ? reporter : reporter.At(type)).Report(
                    Rules.ReservedName, member, $"{member.ContainingType.Name}.{member.Name}", "a member that is generated", key);
            }
        }
    }

    // A member of a base would be hidden, and an initializer could not set it. What generated code of a base has is hidden on purpose.
    private static IEnumerable<ISymbol> Inherited(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
        {
            if (ancestor.OurAttributes().Any())
            {
                continue;
            }

            foreach (var member in ancestor.GetMembers().Where(Sources.IsWritten))
            {
                if (member.DeclaredAccessibility != Accessibility.Private && member.Name != "PrintMembers")
                {
                    yield return member;
                }
            }
        }
    }

    // Overloads are welcome, and so are the bodies of partial methods.
    private static bool Is(IMethodSymbol method, HashSet<string> names, Dictionary<string, string> copies)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.Name is "CheckMore" or "Configure")
        {
            return false;
        }

        var count = method.Parameters.Length;
        if (names.Contains(method.Name))
        {
            return !Methods.Contains(method.Name) || count == (method.Name == "ToCommand" ? 0 : 1) || (method.Name == "ReadJson" && count == 2);
        }

        return count == 1 && copies.TryGetValue(method.Name, out var type)
            && TypeShapes.Text(method.Parameters[0].Type).TrimEnd('?') == type.TrimEnd('?');
    }

    private static bool Owns(INamedTypeSymbol type, ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type);
}
