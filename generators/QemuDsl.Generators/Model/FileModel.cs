namespace QemuDsl.Generators.Model;

/// <summary>What one generated file is made from. Models hold text, numbers and enums only: no symbol, syntax or location.</summary>
internal abstract record FileModel(string Namespace, string Name)
{
    /// <summary>How many models before it have this name in another case: names of generated files are compared without case.</summary>
    public int Twins { get; init; }

    public string HintName => $"{(Namespace.Length == 0 ? "" : Namespace.Replace("@", "") + ".")}{Name}{(Twins == 0 ? "" : $".{Twins}")}.g.cs";

    public string FullName => Namespace.Length == 0 ? $"global::{Identifier}" : $"global::{Namespace}.{Identifier}";

    /// <summary>The name where a type is meant.</summary>
    public string Identifier => Emit.Literal.Identifier(Name);
}
