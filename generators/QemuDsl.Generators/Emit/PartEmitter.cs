using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>The generated half of a structured value.</summary>
internal static class PartEmitter
{
    public static void Emit(SourceWriter writer, PartModel model)
    {
        writer.Line(FileEmitter.GeneratedCode);
        if (model.IsAbstract)
        {
            EmitUnion(writer, model);
            return;
        }

        var modifier = model.Discriminator is null ? "" : "override ";
        writer.Open($"partial record {model.Identifier} : global::QemuDsl.IOptionPart");
        DefinitionEmitter.EmitLifetimes(writer, model.Properties);
        WithEmitter.Emit(writer, model.Identifier, model.Properties);
        RenderEmitter.EmitPart(writer, model, modifier);
        ReferenceEmitter.Emit(writer, model.Properties, modifier);
        CheckEmitter.Emit(writer, model, modifier);
        ReadEmitter.EmitPart(writer, model);
        writer.Close();
    }

    private static void EmitUnion(SourceWriter writer, PartModel model)
    {
        writer.Open($"abstract partial record {model.Identifier} : global::QemuDsl.IOptionPart");
        writer.Line("/// <inheritdoc/>").Line("public abstract void Render(global::QemuDsl.ArgumentWriter writer);").Line();
        writer.Line("/// <inheritdoc/>").Line("public abstract void VisitReferences(global::QemuDsl.ReferenceVisitor visitor);").Line();
        writer.Line("/// <inheritdoc/>").Line("public abstract void Check(global::QemuDsl.Findings findings);").Line();
        ReadEmitter.EmitUnion(writer, model);
        writer.Close();
    }
}
