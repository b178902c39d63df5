using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>QEMU's words for the members of an enum.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        writer.Line($"/// <summary>QEMU's words for <see cref=\"{model.Identifier}\"/>.</summary>");
        writer.Line(FileEmitter.GeneratedCode);
        writer.Open($"{FileEmitter.Access(model.IsPublic)} static class {model.Name}Words");
        writer.Line("/// <summary>All words, joined by commas.</summary>");
        writer.Line($"public const string All = {Literal.Text(string.Join(", ", model.Words.Select(static word => word.Word)))};").Line();
        writer.Line("/// <summary>QEMU's word; null for null.</summary>");
        writer.Line($"public static string? Of({model.Identifier}? value) => value switch").Line("{");
        writer.Continued("null => null,");
        foreach (var word in model.Words.Where(static word => !word.IsAlias))
        {
            writer.Continued($"{model.Identifier}.{Literal.Identifier(word.Member)} => {Literal.Text(word.Word)},");
        }

        writer.Continued($"_ => throw global::QemuDsl.CompilerServices.Words.Undefined(\"{model.Name}\", (long)value, All),");
        writer.Line("};").Line();
        writer.Line("/// <summary>The member for a word; null when there is none.</summary>");
        writer.Line($"public static {model.Identifier}? Parse(string text) => text switch").Line("{");
        foreach (var word in model.Words)
        {
            writer.Continued($"{Literal.Text(word.Word)} => {model.Identifier}.{Literal.Identifier(word.Member)},");
        }

        writer.Continued("_ => null,");
        writer.Line("};");
        writer.Close();
    }
}
