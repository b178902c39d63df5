namespace QemuDsl;


/// <summary>Only powers of two are taken, such as the 256, 512 and 1024 of a virtio queue size.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PowerOfTwoAttribute : Attribute;
