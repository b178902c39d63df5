namespace QemuDsl.Generators.Model;

/// <summary>What one generated file is made from. Models hold text, numbers and enums only: no symbol, syntax or location.</summary>
internal abstract record FileModel(string Namespace, string Name)
{
    public string HintName => Namespace.Length == 0 ? $"{Name}.g.cs" : $"{Namespace}.{Name}.g.cs";

    public string FullName => Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";
}
