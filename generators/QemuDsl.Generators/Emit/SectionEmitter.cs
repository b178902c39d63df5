using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The generated half of a section, a block or a file.</summary>
internal static class SectionEmitter
{
    public static void Emit(SourceWriter writer, SectionModel model)
    {
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"partial record {model.Identifier} : global::QemuDsl.ISection");
        FieldEmitter.EmitKeys(writer, model);
        WithEmitter.Emit(writer, model.Identifier, model.Properties);
        writer.Line($"string? global::QemuDsl.ISection.SectionName => {Literal.Text(model.Section)};").Line();
        writer.Line($"string? global::QemuDsl.ISection.SectionLabel => {(model.Label is { } label ? FieldEmitter.Text(label) : "null")};").Line();
        FieldEmitter.EmitRender(writer, model, "Section");
        CheckEmitter.Emit(writer, model, "");
        if (model.Label is null)
        {
            // A label stands before the block, in text that only the block around it reads.
            writer.Line("/// <summary>Reads a text; never throws on what it says.</summary>");
            writer.Line($"public static global::QemuDsl.Reading<{model.Identifier}> Parse(string text) =>");
            writer.Continued($"{FieldEmitter.Services}SectionSource.Parse(text, {Literal.Text(model.Section)}, Read);");
            writer.Line();
        }

        FieldEmitter.EmitRead(writer, model);
        writer.Close();
    }
}
