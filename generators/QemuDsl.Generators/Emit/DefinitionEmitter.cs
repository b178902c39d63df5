using QemuDsl.Generators.Model;
using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Emit;

/// <summary>The static description of an option and its keys.</summary>
internal static class DefinitionEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        EmitLifetimes(writer, model.Properties);
        writer.Line("/// <summary>What this record is in QEMU's words, and its keys.</summary>");
        writer.Line($"public static global::QemuDsl.OptionDescription Definition {{ get; }} = new(global::QemuDsl.OptionKind.{model.Kind}, {Literal.Text(model.Option)}, {Literal.Text(model.QemuName)}, typeof({model.Identifier}))");
        writer.Block(() => EmitMembers(writer, model), "};");
        writer.Line();
    }

    private static void EmitMembers(SourceWriter writer, OptionModel model)
    {
        writer.Line("Keys =").Line("[");
        foreach (var property in model.Properties)
        {
            writer.Continued(Key(property) + ",");
        }

        writer.Line("],");
        if (model.IdPrefix is not null)
        {
            writer.Line($"IdPrefix = {Literal.Text(model.IdPrefix)},");
        }

        writer.Line($"Repeatable = {Literal.Bool(model.IsRepeatable)},");
        if (model.Lifetime is { } lifetime)
        {
            writer.Line($"Lifetime = {Lifetime(lifetime)},");
        }

        writer.Line("Reader = static reader => ReadJson(reader),");
    }

    private static string Key(PropertyModel property)
    {
        var key = property.Style == Style.Keyed ? property.Key : "";
        var type = property.IsList ? $"OptionList<{Short(property.Element)}>" : Short(property.Type);
        var members = property.SecretFileKey is null ? "" : " IsSecret = true,";
        members += property.Lifetime is null ? "" : $" Lifetime = {property.Name}Lifetime,";
        var initializer = members.Length == 0 ? "" : $" {{{members.TrimEnd(',')} }}";
        return $"new({Literal.Text(key)}, {Literal.Text(property.Name)}, {Literal.Text(type)}, {Literal.Bool(property.IsRequired)}){initializer}";
    }

    private static string Short(string type) => type.Substring(type.LastIndexOf('.') + 1);

    public static void EmitLifetimes(SourceWriter writer, EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (property.Lifetime is { } lifetime)
            {
                writer.Line($"private static readonly global::QemuDsl.KeyLifetime {property.Name}Lifetime = {Lifetime(lifetime)};").Line();
            }
        }
    }

    private static string Lifetime(LifetimeModel lifetime)
    {
        var parts = new List<string>();
        Add(parts, "Since", lifetime.Since);
        Add(parts, "Removed", lifetime.Removed);
        Add(parts, "Deprecated", lifetime.Deprecated);
        if (lifetime.Instead is not null)
        {
            parts.Add($"Instead = {Literal.Text(lifetime.Instead)}");
        }

        return $"new() {{ {string.Join(", ", parts)} }}";
    }

    private static void Add(List<string> parts, string name, string? version)
    {
        if (version is not null)
        {
            parts.Add($"{name} = {Literal.Version(version)}");
        }
    }
}
