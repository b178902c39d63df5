namespace QemuDsl.Chardevs;

/// <summary>Standard input and output of QEMU (<c>-chardev stdio</c>).</summary>
/// <remarks>One per QEMU.</remarks>
[Chardev("stdio")]
public sealed partial record StdioChardev : LoggedChardev
{
    /// <summary>Whether ctrl-c ends QEMU; off hands it to the guest (<c>signal</c>).</summary>
    public bool? Signal { get; init; }
}
