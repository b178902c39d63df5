namespace QemuDsl.Runtime;

/// <summary>Who says what runs a guest's code.</summary>
public enum Accelerator
{
    /// <summary>The command; QEMU chooses when it has no <c>-accel</c>.</summary>
    AsDescribed,

    /// <summary>
    /// The start: KVM where a guest was seen to run under it on the host, else TCG with a warning that says why. The command must not name
    /// an accelerator itself.
    /// </summary>
    Auto,
}
