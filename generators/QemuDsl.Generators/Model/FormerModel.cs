namespace QemuDsl.Generators.Model;

/// <summary>How a program spells an option before a release.</summary>
internal sealed record FormerModel(string Key, string Until);
