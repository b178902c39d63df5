namespace QemuDsl.Runtime;

/// <summary>What runs the guests of a program on a host.</summary>
/// <param name="Accelerator">As <c>-accel</c> takes it: <c>kvm</c> or <c>tcg</c>.</param>
/// <param name="Reason">Why; for TCG what is wrong with KVM and what to do about it.</param>
public sealed record AcceleratorDecision(string Accelerator, string Reason)
{
    /// <summary>Whether it is KVM.</summary>
    public bool IsKvm => Accelerator == "kvm";
}
