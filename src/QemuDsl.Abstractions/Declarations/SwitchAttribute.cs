namespace QemuDsl;


/// <summary>Any other option: the partial record becomes <c>-smp cpus=4,…</c>, <c>-kernel FILE</c> or a bare <c>-no-reboot</c>.</summary>
/// <param name="option">The option with its dash, such as <c>-smp</c>.</param>
/// <param name="head">A literal the value begins with, such as <c>node</c> in <c>-numa node,…</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SwitchAttribute(string option, string? head = null) : Attribute
{
    /// <summary>The option with its dash.</summary>
    public string Option { get; } = option;

    /// <summary>A literal the value begins with.</summary>
    public string? Head { get; } = head;

    /// <summary>Whether it may be given more than once; otherwise a later one takes the place of an earlier one.</summary>
    public bool Repeatable { get; init; }

    /// <summary>The architectures whose machines take it; all when unset.</summary>
    public Target Target { get; init; }
}
