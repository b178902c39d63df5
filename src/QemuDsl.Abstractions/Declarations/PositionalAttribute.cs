namespace QemuDsl;


/// <summary>A value written without a key, before all others (<c>-vnc :0,…</c>, <c>-cpu MODEL,…</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionalAttribute : Attribute;
