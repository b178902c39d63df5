using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads a profile.</summary>
internal static class ProfileParser
{
    public static ProfileModel? Parse(INamedTypeSymbol type, AttributeData mark, Compilation compilation, Reporter reporter)
    {
        if (mark.AttributeClass!.TypeArguments is not [INamedTypeSymbol machine] || machine.Find("MachineAttribute") is not { } attribute)
        {
            return null;
        }

        if (type.IsAbstract)
        {
            reporter.Report(Rules.Abstract, type, type.Name);
            return null;
        }

        var properties = new List<PropertyModel>();
        foreach (var property in Ordered(type))
        {
            if (Property(property, machine, attribute, reporter) is { } model)
            {
                properties.Add(model);
            }
        }

        NameChecks.Profile(type, properties, reporter);
        SetterChecks.Run(type, reporter);
        return new ProfileModel(OptionParser.NamespaceOf(type), type.Name)
        {
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            HasRecordBase = type.BaseType?.IsRecord == true,
            Machine = TypeShapes.Bare(machine),
            ReadySerial = mark.Named<string>("ReadySerial"),
            Catalog = $"global::{CatalogParser.NamespaceOf(compilation)}.OptionCatalog",
            Properties = properties,
        };
    }

    // What a base profile describes comes first: its devices were there before.
    private static IEnumerable<IPropertySymbol> Ordered(INamedTypeSymbol type) =>
        PropertiesParser.Of(type).GroupBy(static property => property.ContainingType, SymbolEqualityComparer.Default).Reverse().SelectMany(static group => group);

    private static PropertyModel? Property(IPropertySymbol property, INamedTypeSymbol machine, AttributeData attribute, Reporter reporter)
    {
        var declared = TypeShapes.Declared(property);
        var element = TypeShapes.Element(declared, out var isList, out var isNullable);
        if (ShapeOf(element, machine) is not { } shape || (isList && shape is Shape.Machine or Shape.Profile))
        {
            reporter.Report(Rules.UnsupportedType, property, property.ContainingType.Name, property.Name, property.Type.ToDisplayString());
            return null;
        }

        if (!ProfileChecks.Fits(element, property, machine, attribute, reporter))
        {
            return null;
        }

        return new PropertyModel(property.Name, Naming.Camel(property.Name), TypeShapes.Text(declared), TypeShapes.Bare(element), shape)
        {
            IsList = isList,
            IsNullable = isNullable,
            IsValueType = element.IsValueType,
            IsRequired = property.IsRequired,
            Summary = Documentation.Summary(property),
        };
    }

    private static Shape? ShapeOf(ITypeSymbol element, INamedTypeSymbol machine)
    {
        if (SymbolEqualityComparer.Default.Equals(element.WithNullableAnnotation(NullableAnnotation.None), machine.WithNullableAnnotation(NullableAnnotation.None)))
        {
            return Shape.Machine;
        }

        if (element.Find(KnownNames.Profile)?.AttributeClass!.TypeArguments is [INamedTypeSymbol other])
        {
            return SymbolEqualityComparer.Default.Equals(other, machine) ? Shape.Profile : null;
        }

        return TypeShapes.KindOf(element) == Kind.Machine ? null : TypeShapes.Of(element);
    }
}
