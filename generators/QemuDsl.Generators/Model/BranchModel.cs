namespace QemuDsl.Generators.Model;

/// <summary>A branch of a union.</summary>
internal sealed record BranchModel(string Name, string Type);
