using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>An enum whose members are words of QEMU.</summary>
internal sealed record EnumModel(string Namespace, string Name, bool IsPublic, EquatableArray<WordModel> Words) : FileModel(Namespace, Name);
