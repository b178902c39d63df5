namespace QemuDsl.Generators.Model;

/// <summary>The rules a property can carry.</summary>
internal enum RuleKind
{
    AtLeast,
    Range,
    PowerOfTwo,
    Pattern,
    Conflicts,
    Requires,
    SocketPath,
}
