using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The generated half of a command line, or of a group of its options.</summary>
internal static class ToolEmitter
{
    public static void Emit(SourceWriter writer, ToolModel model)
    {
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"partial record {model.Identifier} : global::QemuDsl.ITool");
        FieldEmitter.EmitKeys(writer, model);
        WithEmitter.Emit(writer, model.Identifier, model.Properties);
        writer.Line($"string? global::QemuDsl.ITool.Program => {Literal.Text(model.Program)};").Line();
        writer.Line($"string? global::QemuDsl.ITool.OptionSeparator => {Literal.Text(model.Separator)};").Line();
        FieldEmitter.EmitRender(writer, model, "Tool");
        CheckEmitter.Emit(writer, model, "");
        writer.Line("/// <summary>Reads arguments, without the program itself; never throws on what they say.</summary>");
        writer.Line($"public static global::QemuDsl.Reading<{model.Identifier}> Parse(global::System.Collections.Generic.IEnumerable<string> arguments) =>");
        writer.Continued($"{FieldEmitter.Services}ToolSource.Parse(arguments, {Literal.Text(model.Separator)}, Read);");
        writer.Line();
        FieldEmitter.EmitRead(writer, model);
        writer.Close();
    }
}
