using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Tells how a value of a type is written.</summary>
internal static class TypeShapes
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Text(ITypeSymbol type) => type.ToDisplayString(Format);

    public static string Bare(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type of a property; without nullable annotations a reference that is not required can be null.</summary>
    public static ITypeSymbol Declared(IPropertySymbol property) =>
        property is { IsRequired: false, Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } }
            ? property.Type.WithNullableAnnotation(NullableAnnotation.Annotated)
            : property.Type;

    /// <summary>The type behind <c>?</c> and <c>OptionList</c>.</summary>
    public static ITypeSymbol Element(ITypeSymbol type, out bool isList, out bool isNullable)
    {
        isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        isList = false;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return nullable.TypeArguments[0];
        }

        if (type is INamedTypeSymbol { Name: "OptionList", TypeArguments.Length: 1 } list && list.IsOurs())
        {
            isList = true;
            return list.TypeArguments[0];
        }

        return type;
    }

    /// <summary>How it is written; null when nothing can write it.</summary>
    public static Shape? Of(ITypeSymbol type) => OfSystem(type) ?? OfOurs(type) ?? OfMarked(type) ?? OfInterface(type);

    /// <summary>Whether lists can hold it.</summary>
    public static bool CanBeItem(ITypeSymbol element, Shape shape) =>
        element is { NullableAnnotation: not NullableAnnotation.Annotated, SpecialType: not SpecialType.System_UInt64 }
        && shape is not (Shape.Flag or Shape.CpuSet or Shape.Reference or Shape.RecordReference or Shape.Bus);

    /// <summary>The kind that an attribute gives a record.</summary>
    public static Kind? KindOf(ITypeSymbol type)
    {
        foreach (var attribute in type.OurAttributes())
        {
            if (KnownNames.Kinds.TryGetValue(attribute.AttributeClass!.Name, out var kind))
            {
                return kind;
            }
        }

        return null;
    }

    public static bool Implements(ITypeSymbol type, string name) =>
        (type.Name == name && type.IsOurs()) || type.AllInterfaces.Any(candidate => candidate.Name == name && candidate.IsOurs());

    public static bool HasId(Kind kind) => kind is Kind.Object or Kind.Chardev or Kind.Netdev or Kind.Blockdev or Kind.Drive
        or Kind.Fsdev or Kind.Audiodev or Kind.Tpmdev or Kind.Device;

    private static Shape? OfSystem(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => Shape.Text,
        SpecialType.System_Boolean => Shape.Flag,
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => Shape.Integer,
        _ => type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? Shape.Guid : null,
    };

    private static Shape? OfOurs(ITypeSymbol type) => !type.IsOurs() ? null : type.Name switch
    {
        "ByteSize" => Shape.Size,
        "CpuSet" => Shape.CpuSet,
        _ => null,
    };

    private static Shape? OfMarked(ITypeSymbol type) =>
        type.Find(KnownNames.Enum) is not null ? Shape.Word
        : type.Find(KnownNames.Part) is not null ? Shape.Part
        : KindOf(type) is not { } kind ? null
        : HasId(kind) ? Shape.RecordReference
        : Shape.Option;

    private static Shape? OfInterface(ITypeSymbol type) =>
        Implements(type, "IOptionValue") && type.TypeKind == TypeKind.Struct ? Shape.Value
        : type.TypeKind != TypeKind.Interface ? null
        : Implements(type, "IDeviceBus") ? Shape.Bus
        : Implements(type, "IReferable") ? Shape.Reference
        : null;
}
