namespace QemuDsl.Nfv;

/// <summary>The shared memory of VPP's binary API (<c>api-segment</c>).</summary>
[Section("api-segment")]
public sealed partial record ApiSegmentSection
{
    /// <summary>Beginning of the names of its files, one for each VPP on a machine (<c>prefix</c>).</summary>
    public string? Prefix { get; init; }

    /// <summary>User that may use it, name or number (<c>uid</c>).</summary>
    public string? Uid { get; init; }

    /// <summary>Group that may use it, name or number (<c>gid</c>).</summary>
    public string? Gid { get; init; }

    /// <summary>Size of all of it (<c>global-size</c>).</summary>
    [AtLeast(1)]
    public ByteSize? GlobalSize { get; init; }

    /// <summary>Size of its part for messages (<c>api-size</c>).</summary>
    [AtLeast(1)]
    public ByteSize? ApiSize { get; init; }
}
