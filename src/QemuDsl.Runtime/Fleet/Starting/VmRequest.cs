namespace QemuDsl.Runtime;

/// <summary>A VM that a fleet is to start.</summary>
/// <param name="Command">What to run.</param>
/// <param name="Options">How; the defaults when null.</param>
public sealed record VmRequest(IQemuCommand Command, VmOptions? Options = null)
{
    /// <summary>What it needs of a host; as <see cref="VmResources.Of"/> reads it out of the command when null.</summary>
    public VmResources? Resources { get; init; }
}
