using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Emit;

/// <summary><c>Check</c>: one call a rule.</summary>
internal static class CheckEmitter
{
    public static void Emit(SourceWriter writer, RecordModel model, string modifier)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public {modifier}void Check(global::QemuDsl.Findings findings)");
        foreach (var property in model.Properties)
        {
            EmitProperty(writer, model, property);
        }

        writer.Line("CheckMore(this, findings);");
        writer.Close();
        writer.Line();
        writer.Line($"static partial void CheckMore({model.Identifier} value, global::QemuDsl.Findings findings);").Line();
    }

    private static void EmitProperty(SourceWriter writer, RecordModel model, PropertyModel property)
    {
        if (property.Lifetime is not null)
        {
            writer.Line($"findings.Lifetime({Literal.Text(property.Key)}, {property.IsSet}, {property.Name}Lifetime);");
        }

        foreach (var rule in property.Rules.Where(static rule => rule.Kind is RuleKind.Conflicts or RuleKind.Requires))
        {
            if (model.Properties.FirstOrDefault(other => other.Name == rule.Text) is { } other)
            {
                writer.Line($"findings.{rule.Kind}({Literal.Text(property.Key)}, {property.IsSet}, {Literal.Text(other.Key)}, {other.IsSet});");
            }
        }

        var rules = property.Rules.Where(static rule => rule.Kind is not (RuleKind.Conflicts or RuleKind.Requires)).ToList();
        if (rules.Count == 0 && property.Shape is not (Shape.Part or Shape.Section or Shape.Group))
        {
            return;
        }

        if (property.IsList)
        {
            writer.Open($"foreach (var item in {property.Access})");
            EmitRules(writer, property, rules, "item", false);
            writer.Close();
        }
        else
        {
            EmitRules(writer, property, rules, property.Access, property.IsNullable);
        }
    }

    private static void EmitRules(SourceWriter writer, PropertyModel property, List<RuleModel> rules, string value, bool isNullable)
    {
        if (property.Shape is Shape.Part or Shape.Section or Shape.Group)
        {
            writer.Line($"findings.Part({value});");
        }

        var mark = isNullable ? "?" : "";
        var number = property.Shape == Shape.Size ? $"{value}{mark}.Bytes" : $"(long?){value}";
        var text = property.Shape == Shape.Text ? value : $"{value}{mark}.ToString()";
        foreach (var rule in rules)
        {
            writer.Line(Call(Literal.Text(property.Key), rule, number, text));
        }
    }

    private static string Call(string key, RuleModel rule, string number, string text) => rule.Kind switch
    {
        RuleKind.AtLeast => $"findings.AtLeast({key}, {number}, {Literal.Number(rule.Minimum)});",
        RuleKind.Range => $"findings.InRange({key}, {number}, {Literal.Number(rule.Minimum)}, {Literal.Number(rule.Maximum)});",
        RuleKind.PowerOfTwo => $"findings.PowerOfTwo({key}, {number});",
        RuleKind.Pattern => $"findings.Matches({key}, {text}, {Literal.Text(rule.Text)});",
        _ => $"findings.SocketPath({key}, {text});",
    };
}
