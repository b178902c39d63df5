namespace QemuDsl;


/// <summary>The whole value of the option, written as it is, without key and escape (<c>-append</c>, <c>-kernel</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VerbatimAttribute : Attribute;
