using System.ComponentModel;

namespace QemuDsl.CompilerServices;

/// <summary>One command of QMP that adds one thing.</summary>
/// <param name="Option">The record it comes from.</param>
/// <param name="Id">The id of what it adds.</param>
/// <param name="Command">The command, such as <c>netdev_add</c>.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PlugStep(IOption Option, string Id, string Command, string Arguments)
{
    /// <summary>The file that must exist before; null when there is none.</summary>
    public SecretFile? Secret { get; init; }
}
