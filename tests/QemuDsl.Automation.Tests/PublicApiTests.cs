using QemuDsl.TestKit;

namespace QemuDsl.Automation.Tests;

/// <summary>The public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_that_was_accepted() =>
        PublicApi.Verify(typeof(NamedVms).Assembly, "tests/QemuDsl.Automation.Tests/Snapshots/PublicApi.verified.txt");
}
