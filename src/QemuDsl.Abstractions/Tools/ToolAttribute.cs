namespace QemuDsl;

/// <summary>
/// The command line of a program that reads it with <c>getopt_long</c>: the partial record becomes <c>--nb-cores=1 -l 0-1 …</c>. Without a
/// name: a group of options that several programs share.
/// </summary>
/// <remarks>
/// The key of a property is <c>--</c> and its name (<c>NbCores</c> is <c>--nb-cores</c>), or what <see cref="KeyAttribute"/> says, dashes
/// included. A <c>bool</c> is a bare option, an <see cref="OptionList{T}"/> repeats its option. Groups come last, in source order.
/// </remarks>
/// <param name="name">The program, such as <c>dpdk-testpmd</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ToolAttribute(string? name = null) : Attribute
{
    /// <summary>The program.</summary>
    public string? Name { get; } = name;

    /// <summary>On a group: the argument before its options, such as <c>--</c>.</summary>
    public string? Separator { get; init; }
}
