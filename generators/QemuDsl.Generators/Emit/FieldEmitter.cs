using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>What sections and tools have in common: keys, one statement a property, reading.</summary>
internal static class FieldEmitter
{
    public const string Services = "global::QemuDsl.CompilerServices.";

    public static void EmitKeys(SourceWriter writer, RecordModel model)
    {
        DefinitionEmitter.EmitLifetimes(writer, model.Properties);
        writer.Line($"private static readonly global::System.Collections.Immutable.ImmutableArray<{Services}FieldKey> FieldKeys =").Line("[");
        foreach (var property in model.Properties)
        {
            writer.Continued($"new({Literal.Text(property.Key)}, {Services}FieldForm.{Form(property)}){More(property)},");
        }

        writer.Line("];").Line();
    }

    public static void EmitRender(SourceWriter writer, RecordModel model, string kind)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public void Render(global::QemuDsl.{kind}Writer writer)");
        // Groups come last: what a separator begins nothing else ends.
        foreach (var property in model.Properties.Where(static property => property.Style != Style.Positional).OrderBy(static property => property.Shape == Shape.Group))
        {
            EmitProperty(writer, property);
        }

        writer.Close();
        writer.Line();
    }

    public static void EmitRead(SourceWriter writer, RecordModel model)
    {
        writer.Line("/// <summary>Reads the record; what is wrong becomes a problem of the reading.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open($"public static {model.Identifier} Read({Services}FieldSource source)");
        writer.Line("var reader = source.Read(FieldKeys);");
        writer.Line($"return new {model.Identifier}").Line("{");
        foreach (var property in model.Properties)
        {
            writer.Continued($"{property.Member} = {ReadEmitter.Expression(property)},");
        }

        writer.Line("};");
        writer.Close();
    }

    /// <summary>A label as text.</summary>
    public static string Text(PropertyModel property) => property.Shape switch
    {
        Shape.Text => property.Access,
        Shape.Word => $"{property.Element}Words.Of({property.Access})",
        Shape.Integer => $"{property.Access}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => $"{property.Access}.ToString()",
    };

    private static string Form(PropertyModel property) => property switch
    {
        { Style: Style.Positional } => "Label",
        { Shape: Shape.Group } => "Group",
        { Shape: Shape.Raw } => "Raw",
        { Shape: Shape.Section, IsLabelled: true } => "LabelledBlock",
        { Shape: Shape.Section } => "Block",
        { Shape: Shape.Flag, IsNullable: false } => "Flag",
        _ => "Value",
    };

    private static string More(PropertyModel property) =>
        property.Former is { } former ? $" {{ Former = {Literal.Text(former.Key)} }}"
        : property.Shape == Shape.Group && property.Separator is { } separator ? $" {{ Separator = {Literal.Text(separator)} }}"
        : "";

    private static void EmitProperty(SourceWriter writer, PropertyModel property)
    {
        if (!property.IsList)
        {
            writer.Line(Statement(property, property.Access));
            return;
        }

        writer.Open($"foreach (var item in {property.Access})");
        writer.Line(Statement(property, "item"));
        writer.Close();
    }

    private static string Statement(PropertyModel property, string value)
    {
        var key = property.Former is { } former
            ? $"writer.Spelled({Literal.Text(property.Key)}, {Literal.Text(former.Key)}, {Literal.ProgramVersion(former.Until)})"
            : Literal.Text(property.Key);
        return property.Shape switch
        {
            Shape.Text => $"writer.Key({key}, {value});",
            Shape.Word => $"writer.Key({key}, {property.Element}Words.Of({value}));",
            Shape.Flag => $"writer.{(property.IsNullable ? "OnOff" : "Flag")}({key}, {value});",
            Shape.Integer => $"writer.Number({key}, ({property.Element}?){value});",
            Shape.Size => $"writer.Size({key}, {value});",
            Shape.Section => $"writer.Block({key}, {value});",
            Shape.Raw => $"writer.Raw({value});",
            Shape.Group => $"writer.Group({value});",
            _ => $"writer.Value({key}, ({property.Element}?){value});",
        };
    }
}
