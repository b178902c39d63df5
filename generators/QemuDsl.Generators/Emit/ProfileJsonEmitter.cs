using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>Reading and writing a profile as JSON.</summary>
internal static class ProfileJsonEmitter
{
    public static void Emit(SourceWriter writer, ProfileModel model)
    {
        EmitWrite(writer, model);
        EmitRead(writer, model);
    }

    private static void EmitWrite(SourceWriter writer, ProfileModel model)
    {
        writer.Line("/// <summary>Writes the profile as JSON; secrets are left out.</summary>");
        writer.Open($"public void WriteJson(global::System.Text.Json.Utf8JsonWriter writer)");
        writer.Line("using var json = global::QemuDsl.ProfileWriter.Begin(writer, ToCommand());");
        foreach (var property in model.Properties)
        {
            writer.Line($"json.{Method(property)}({Literal.Text(property.Key)}, {Value(property)});");
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitRead(SourceWriter writer, ProfileModel model)
    {
        writer.Line("/// <summary>Reads a profile from a JSON object with its properties in camel case.</summary>");
        writer.Line("/// <exception cref=\"global::QemuDsl.QemuJsonException\">A name, type or value is wrong; the message says where.</exception>");
        writer.Open($"public static {model.Identifier} ReadJson(global::System.Text.Json.JsonElement json, global::QemuDsl.QemuCatalog catalog)");
        writer.Line("return ReadJson(global::QemuDsl.OptionReader.Of(json, catalog));");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Reads a profile from a JSON object.</summary>");
        writer.Open($"public static {model.Identifier} ReadJson(global::QemuDsl.OptionReader reader)");
        writer.Line($"var value = new {model.Identifier}").Line("{");
        foreach (var property in model.Properties.Where(static property => property.IsRequired))
        {
            writer.Continued($"{property.Member} = {ReadEmitter.Expression(property)},");
        }

        writer.Line("};");
        foreach (var property in model.Properties.Where(static property => !property.IsRequired))
        {
            EmitOptional(writer, property);
        }

        writer.Line("reader.End();");
        writer.Line("return value;");
        writer.Close();
    }

    // What the JSON leaves out keeps the value of the property's initializer.
    private static void EmitOptional(SourceWriter writer, PropertyModel property)
    {
        writer.Open($"if (reader.Has({Literal.Text(property.Key)}))");
        writer.Line($"value = value with {{ {property.Member} = {ReadEmitter.Expression(property with { IsRequired = !property.IsNullable })} }};");
        writer.Close();
        writer.Line();
    }

    private static string Method(PropertyModel property) =>
        property is { IsList: true, Shape: Shape.RecordReference or Shape.Reference or Shape.Option } ? "Records"
        : property.IsList && property.Shape == Shape.Part ? "Parts"
        : property.IsList ? "Values"
        : property.Shape switch
        {
            Shape.Profile => "Profile",
            Shape.Part => "Part",
            Shape.Reference or Shape.RecordReference or Shape.Bus => "Reference",
            Shape.Option or Shape.Machine => "Record",
            Shape.Text or Shape.Word or Shape.Flag => "Value",
            _ => $"Value<{property.Element}>",
        };

    private static string Value(PropertyModel property) =>
        property.Shape != Shape.Word ? property.Access
        : property.IsList ? $"global::System.Linq.Enumerable.Select({property.Access}, static item => {property.Element}Words.Of(item)!)"
        : $"{property.Element}Words.Of({property.Access})";
}
