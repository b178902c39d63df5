using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>A key of a section or a tool. Made by the generator.</summary>
/// <param name="Key">The key, such as <c>main-core</c>, <c>dev default</c> or <c>--nb-cores</c>.</param>
/// <param name="Form">What stands behind it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FieldKey(string Key, FieldForm Form)
{
    /// <summary>The spelling of older versions.</summary>
    public string? Former { get; init; }

    /// <summary>What a group begins with.</summary>
    public string? Separator { get; init; }
}
