namespace QemuDsl.Automation;

/// <summary>A device of a request.</summary>
/// <param name="Driver">QEMU's name, such as <c>virtio-rng-pci</c>.</param>
/// <param name="Values">Its keys, as <see cref="DeviceText.ToJson"/> takes them.</param>
public sealed record VmRequestDevice(string Driver, IReadOnlyDictionary<string, string> Values);
