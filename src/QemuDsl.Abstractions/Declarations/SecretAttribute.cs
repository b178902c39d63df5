namespace QemuDsl;


/// <summary>
/// A secret: never on the command line, in a log or an exception. Only on a string of a <see cref="QemuObjectAttribute"/> record;
/// QEMU reads it from a file that the runtime writes, named by the key in <paramref name="fileKey"/>.
/// </summary>
/// <param name="fileKey">The key that takes the file instead, such as <c>file</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute(string fileKey) : Attribute
{
    /// <summary>The key that takes the file instead.</summary>
    public string FileKey { get; } = fileKey;
}
