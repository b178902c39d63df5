namespace QemuDsl.Switches;

/// <summary>A monitor on a character device (<c>-mon</c>).</summary>
/// <remarks>A monitor takes one client at a time. The runtime adds its own.</remarks>
[Switch("-mon", Repeatable = true)]
public sealed partial record Mon
{
    /// <summary>Where it is reached (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>For people or for programs (<c>mode</c>).</summary>
    public MonMode? Mode { get; init; }

    /// <summary>Whether JSON is indented (<c>pretty</c>).</summary>
    public bool? Pretty { get; init; }
}
