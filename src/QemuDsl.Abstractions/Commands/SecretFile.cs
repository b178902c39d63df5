namespace QemuDsl;

/// <summary>A file with a secret that QEMU reads (<c>-object secret,file=</c>); to be written with mode 0600.</summary>
/// <param name="Name">File name inside the secret directory.</param>
public sealed record SecretFile(string Name)
{
    /// <summary>The bytes of the file. Not part of the text form of this record, so that it cannot reach a log.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The name only.</summary>
    public override string ToString() => $"{nameof(SecretFile)} {Name}";
}
