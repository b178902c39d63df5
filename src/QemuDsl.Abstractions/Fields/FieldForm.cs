using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>What stands behind a key of a section or a tool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldForm
{
    /// <summary>Nothing: the key is all there is.</summary>
    Flag,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A block in braces.</summary>
    Block,

    /// <summary>A label and, if there is more to say, a block in braces.</summary>
    LabelledBlock,

    /// <summary>The label of the block itself.</summary>
    Label,

    /// <summary>Any section that no other key is for.</summary>
    Raw,

    /// <summary>In a tool: a group of options behind a separator of its own.</summary>
    Group,
}
