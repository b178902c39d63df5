using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The generated half of a record that becomes one option.</summary>
internal static class OptionEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"partial record {model.Identifier} : {string.Join(", ", Interfaces.Of(model))}");
        DefinitionEmitter.Emit(writer, model);
        AddedPropertyEmitter.Emit(writer, model.Properties);
        WithEmitter.Emit(writer, model.Identifier, model.Properties);
        Interfaces.EmitMembers(writer, model);
        RenderEmitter.Emit(writer, model);
        ReferenceEmitter.Emit(writer, model.Properties, "");
        CheckEmitter.Emit(writer, model, "");
        SecretEmitter.Emit(writer, model);
        ReadEmitter.Emit(writer, model);
        writer.Close();
        if (model.Kind != Kind.Machine)
        {
            writer.Line();
            AddEmitter.Emit(writer, model);
        }
    }
}
