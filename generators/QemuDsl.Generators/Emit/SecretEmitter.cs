using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary>Keeps a secret out of the record's text form and hands it to the runtime.</summary>
internal static class SecretEmitter
{
    public static void Emit(SourceWriter writer, OptionModel model)
    {
        if (model.Properties.FirstOrDefault(static property => property.SecretFileKey is not null) is not { } secret)
        {
            return;
        }

        writer.Line($"string? global::QemuDsl.ISecretHolder.SecretValue => {secret.Access};").Line();
        var modifier = model.HasRecordBase ? "protected override" : model.IsSealed ? "private" : "protected virtual";
        writer.Open($"{modifier} bool PrintMembers(global::System.Text.StringBuilder builder)");
        var separator = "";
        foreach (var property in model.Properties)
        {
            var value = property.SecretFileKey is null ? property.Access : $"({property.IsSet} ? \"***\" : null)";
            writer.Line($"builder.Append({Literal.Text($"{separator}{property.Name} = ")}).Append({value});");
            separator = ", ";
        }

        writer.Line("return true;");
        writer.Close();
        writer.Line();
    }
}
