using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Emit;

/// <summary><c>Render</c>: one statement a property, in source order.</summary>
internal static class RenderEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open("public void Render(global::QemuDsl.ArgumentWriter writer)");
        writer.Line($"writer.Begin(global::QemuDsl.OptionKind.{model.Kind}, {Literal.Text(model.Option)}, {Literal.Text(model.QemuName)});");
        if (model.Kind == Kind.Drive)
        {
            writer.Line("writer.Key(\"if\", \"none\");");
        }

        EmitProperties(writer, Ordered(model.Properties));
        if (model.Literal is not null)
        {
            writer.Line($"writer.Literal({Literal.Text(model.Literal)});");
        }

        writer.Line("writer.End();");
        writer.Close();
        writer.Line();
    }

    public static void EmitPart(SourceWriter writer, PartModel model, string modifier)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public {modifier}void Render(global::QemuDsl.ArgumentWriter writer)");
        if (model is { Discriminator: { } discriminator, Branch: { } branch })
        {
            writer.Line($"writer.Key({Literal.Text(discriminator)}, {Literal.Text(branch)});");
        }

        EmitProperties(writer, Ordered(model.Properties));
        writer.Close();
        writer.Line();
    }

    // What has no key must stand first.
    private static IEnumerable<PropertyModel> Ordered(EquatableArray<PropertyModel> properties) =>
        properties.OrderBy(static property => property.Style == Style.Positional ? 0 : 1);

    private static void EmitProperties(SourceWriter writer, IEnumerable<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (property.IsList)
            {
                EmitList(writer, property);
            }
            else
            {
                writer.Line(Statement(property));
            }
        }
    }

    private static string Statement(PropertyModel property)
    {
        var key = Literal.Text(property.Key);
        var value = property.Shape switch
        {
            Shape.Word => $"{property.Element}Words.Of({property.Access})",
            Shape.Guid => $"{property.Access}{(property.IsNullable ? "?" : "")}.ToString()",
            _ => property.Access,
        };
        return property.Shape switch
        {
            Shape.Id => $"writer.Id({key}, this);",
            Shape.Address => $"writer.Address({key}, this);",
            Shape.Bus => $"writer.Bus({key}, {value});",
            Shape.Part => $"writer.Part({key}, {value});",
            Shape.Reference or Shape.RecordReference => $"writer.Reference({key}, {value});",
            _ when property.SecretFileKey is { } file => $"writer.Secret({key}, {Literal.Text(file)}, this, {value});",
            _ when property.Style == Style.Verbatim => $"writer.Verbatim({key}, {value});",
            _ when property.Style == Style.Positional => $"writer.Positional({key}, {Widened(property, value)});",
            _ => $"writer.Key({key}, {Widened(property, value)});",
        };
    }

    // Type inference finds no T? for a value that is not nullable.
    private static string Widened(PropertyModel property, string value) => property switch
    {
        { Shape: Shape.Value, IsNullable: false } => $"({property.Element}?){value}",
        { Shape: Shape.Size, IsNullable: false, Style: Style.Positional } => $"(global::QemuDsl.ByteSize?){value}",
        _ => value,
    };

    private static void EmitList(SourceWriter writer, PropertyModel property)
    {
        var item = property.Shape switch
        {
            Shape.Word => $"{property.Element}Words.Of(item)!",
            Shape.Guid => "item.ToString()",
            _ => "item",
        };
        writer.Open($"if ({property.Access}.Count > 0)");
        writer.Line(property.Style == Style.Positional
            ? $"writer.BeginBareList({Literal.Text(property.Key)});"
            : $"writer.BeginList({Literal.Text(property.Key)}, {Literal.Text(property.Separator)}, {Literal.Text(property.JsonItem)}, {Literal.Bool(property.IsJoinedInJson)});");
        writer.Open($"foreach (var item in {property.Access})");
        writer.Line($"writer.Item({item});");
        writer.Close();
        writer.Line();
        writer.Line("writer.EndList();");
        writer.Close();
        writer.Line();
    }
}
