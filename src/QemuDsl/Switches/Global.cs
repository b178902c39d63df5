namespace QemuDsl.Switches;

/// <summary>A default of all devices of a kind (<c>-global</c>).</summary>
[Switch("-global", Repeatable = true)]
public sealed partial record Global
{
    /// <summary>The device (<c>driver</c>).</summary>
    public required string Driver { get; init; }

    /// <summary>Its key (<c>property</c>).</summary>
    public required string Property { get; init; }

    /// <summary>The value (<c>value</c>).</summary>
    public required string Value { get; init; }
}
