using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>Finds attributes of ours and reads their arguments.</summary>
internal static class AttributeReader
{
    public static bool IsOurs(this ISymbol? type) => type?.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    public static IEnumerable<AttributeData> OurAttributes(this ISymbol symbol) =>
        symbol.GetAttributes().Where(static attribute => attribute.AttributeClass.IsOurs());

    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.OurAttributes().FirstOrDefault(attribute => attribute.AttributeClass!.Name == name);

    public static T? Positional<T>(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: T value }
            ? value
            : default;

    public static T? Named<T>(this AttributeData attribute, string name, T? otherwise = default)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
            {
                return value;
            }
        }

        return otherwise;
    }

    public static List<int> NamedNumbers(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
            {
                return argument.Value.Values.Select(static value => value.Value is int number ? number : 0).ToList();
            }
        }

        return [];
    }
}
