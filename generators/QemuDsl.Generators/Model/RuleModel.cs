namespace QemuDsl.Generators.Model;

/// <summary>A rule of a property: what <c>Findings</c> calls it, and its arguments as text.</summary>
internal sealed record RuleModel(RuleKind Kind, long Minimum = 0, long Maximum = 0, string Text = "");
