namespace QemuDsl.Switches;

/// <summary>A property of every device of a driver (<c>-global</c>).</summary>
[Switch("-global", Repeatable = true)]
public sealed partial record GlobalProperty
{
    /// <summary>The driver (<c>driver</c>).</summary>
    public required string Driver { get; init; }

    /// <summary>The property (<c>property</c>).</summary>
    public required string Property { get; init; }

    /// <summary>The value (<c>value</c>).</summary>
    public required string Value { get; init; }
}
