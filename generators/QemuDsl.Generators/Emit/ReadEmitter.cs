using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary><c>ReadJson</c>: the record out of a JSON object.</summary>
internal static class ReadEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        Begin(writer, model.Identifier);
        if (model.QemuName is { } name)
        {
            writer.Line($"reader.Expect({Literal.Text(Discriminator(model.Kind))}, {Literal.Text(name)});");
        }

        if (model.Kind == Kind.Drive)
        {
            writer.Line("reader.Expect(\"if\", \"none\");");
        }

        End(writer, model);
    }

    public static void EmitPart(SourceWriter writer, PartModel model)
    {
        Begin(writer, model.Identifier, model.Discriminator is not null);
        if (model is { Discriminator: { } discriminator, Branch: { } branch })
        {
            writer.Line($"reader.Expect({Literal.Text(discriminator)}, {Literal.Text(branch)});");
        }

        End(writer, model);
    }

    public static void EmitUnion(SourceWriter writer, PartModel model)
    {
        Begin(writer, model.Identifier);
        writer.Line($"return reader.Text({Literal.Text(model.Discriminator)}) switch").Line("{");
        foreach (var branch in model.Branches)
        {
            writer.Continued($"{Literal.Text(branch.Name)} => {branch.Type}.ReadJson(reader),");
        }

        var names = string.Join(", ", model.Branches.Select(static branch => branch.Name));
        writer.Continued($"_ => throw reader.NoBranch({Literal.Text(model.Discriminator)}, {Literal.Text(names)}),");
        writer.Line("};");
        writer.Close();
    }

    /// <summary>An expression that reads the property.</summary>
    public static string Expression(PropertyModel property)
    {
        var key = Literal.Text(property.Key);
        if (property.IsList)
        {
            return $"reader.List<{property.Element}>({key}, static (item, key) => item.Require(key, {One(property, "item", "key")}))";
        }

        var one = One(property, "reader", key);
        return property.IsRequired ? $"reader.Require({key}, {one})" : property.IsNullable ? one : $"{one} ?? default!";
    }

    private static string One(PropertyModel property, string reader, string key) => property.Shape switch
    {
        Shape.Text => $"{reader}.Text({key})",
        Shape.Flag => $"{reader}.Flag({key})",
        Shape.Integer => $"{reader}.Number<{property.Element}>({key})",
        Shape.Word => $"{reader}.Word<{property.Element}>({key}, {property.Element}Words.Parse, {property.Element}Words.All)",
        Shape.Reference or Shape.Bus => $"{reader}.Reference<{property.Element}>({key})",
        Shape.Section or Shape.Raw or Shape.Group => $"{reader}.Part<{property.Element}>({key}, {property.Element}.Read)",
        Shape.Part or Shape.RecordReference or Shape.Option or Shape.Machine or Shape.Profile => $"{reader}.Part<{property.Element}>({key}, {property.Element}.ReadJson)",
        _ => $"{reader}.Value<{property.Element}>({key})",
    };

    private static void Begin(SourceWriter writer, string record, bool hides = false)
    {
        writer.Line("/// <summary>Reads the record from a JSON object.</summary>");
        writer.Line("/// <exception cref=\"global::QemuDsl.QemuJsonException\">A name, type or value is wrong.</exception>");
        writer.Open($"public static {(hides ? "new " : "")}{record} ReadJson(global::QemuDsl.OptionReader reader)");
    }

    private static void End(SourceWriter writer, RecordModel model)
    {
        writer.Line($"var value = new {model.Identifier}").Line("{");
        foreach (var property in model.Properties)
        {
            writer.Continued($"{property.Member} = {Expression(property)},");
        }

        writer.Line("};");
        writer.Line("reader.End();");
        writer.Line("return value;");
        writer.Close();
    }

    /// <summary>The key that says in JSON what an option is.</summary>
    public static string Discriminator(Kind kind) => kind switch
    {
        Kind.Object => "qom-type",
        Kind.Netdev or Kind.Machine or Kind.Accelerator or Kind.Display or Kind.Tpmdev => "type",
        Kind.Chardev => "backend",
        Kind.Fsdev => "fsdriver",
        Kind.Cpu => "model",
        _ => "driver",
    };
}
