namespace QemuDsl.Automation;

/// <summary>A device of a order.</summary>
/// <param name="Driver">QEMU's name, such as <c>virtio-rng-pci</c>.</param>
/// <param name="Values">Its keys, as <see cref="DeviceText.ToJson"/> takes them.</param>
public sealed record VmOrderDevice(string Driver, IReadOnlyDictionary<string, string> Values);
