namespace QemuDsl;


/// <summary>The path of a UNIX socket: at most 107 bytes of UTF-8, or clients cannot connect.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SocketPathAttribute : Attribute;
