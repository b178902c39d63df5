namespace QemuDsl;


/// <summary>A drive: the partial record becomes <c>-drive if=none,id=…,…</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DriveAttribute : Attribute;
