namespace QemuDsl.Automation;

/// <summary>A device of a order.</summary>
/// <param name="Driver">QEMU's name, such as <c>virtio-rng-pci</c>.</param>
/// <param name="Values">Its keys, as <see cref="DeviceText.ToJson"/> takes them.</param>
public sealed record VmOrderDevice(string Driver, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Where its keys are written (<see cref="VmOrder.Places"/>); the device itself by the empty name.</summary>
    public IReadOnlyDictionary<string, TextPlace> Places { get; init; } = new Dictionary<string, TextPlace>();
}
