namespace QemuDsl.CompilerServices;

/// <summary>One occurrence of a key.</summary>
internal readonly record struct FieldEntry(int Place, string? Text, FieldSource? Source);
