using Xunit.v3;

namespace QemuDsl.Xunit;

/// <summary>A VM cannot run here. xUnit skips the test and shows the reason.</summary>
/// <param name="reason">The reason.</param>
public sealed class VmUnavailableException(string reason) : InvalidOperationException(IsFailure ? reason : DynamicSkipToken.Value + reason)
{
    /// <summary>The reason.</summary>
    public string Reason { get; } = reason;

    internal static bool IsFailure => Environment.GetEnvironmentVariable(VmFixture.RequiredVariable) == "1";
}
