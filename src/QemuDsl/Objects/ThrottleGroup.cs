namespace QemuDsl.Objects;

/// <summary>Limits shared by disks (<c>-object throttle-group</c>).</summary>
[QemuObject("throttle-group", IdPrefix = "throttle")]
public sealed partial record ThrottleGroup : IThrottleGroup
{
    /// <summary>The limits (<c>limits</c>).</summary>
    public ThrottleLimits? Limits { get; init; }
}
