namespace QemuDsl.Generators.Model;

/// <summary>A member of an enum and QEMU's word for it; an alias has the number of a member before it, whose word is the one written.</summary>
internal sealed record WordModel(string Member, string Word, bool IsAlias);
