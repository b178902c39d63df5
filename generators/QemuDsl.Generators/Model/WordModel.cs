namespace QemuDsl.Generators.Model;

/// <summary>A member of an enum and QEMU's word for it.</summary>
internal sealed record WordModel(string Member, string Word);
