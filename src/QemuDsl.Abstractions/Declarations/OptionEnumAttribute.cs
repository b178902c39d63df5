namespace QemuDsl;


/// <summary>An enum whose members are words of QEMU: lower case, words joined by a dash, or as <see cref="ValueAttribute"/> says.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OptionEnumAttribute : Attribute;
