using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The catalogue of an assembly.</summary>
internal static class CatalogEmitter
{
    public static void EmitAttribute(SourceWriter writer, CatalogModel model) =>
        writer.Line($"[assembly: global::QemuDsl.QemuCatalog(typeof({model.FullName}))]").Line();

    public static void Emit(SourceWriter writer, CatalogModel model)
    {
        writer.Line("/// <summary>The records of this assembly that JSON and command lines are read into.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open("public static class OptionCatalog");
        writer.Line("/// <summary>The records of this assembly.</summary>");
        writer.Line("public static global::QemuDsl.QemuCatalog Own { get; } = new(").Line("[");
        foreach (var option in model.Options)
        {
            writer.Continued($"{option}.Definition,");
        }

        writer.Line("]);").Line();
        writer.Line("/// <summary>The records of this assembly and of those it references.</summary>");
        var all = string.Concat(model.Referenced.Select(static catalog => $"{catalog}.Own.With("));
        writer.Line($"public static global::QemuDsl.QemuCatalog All {{ get; }} = {all}Own{new string(')', model.Referenced.Count)};");
        writer.Close();
    }
}
