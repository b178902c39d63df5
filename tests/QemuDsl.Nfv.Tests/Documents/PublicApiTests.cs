using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>The public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_that_was_accepted() =>
        PublicApi.Verify(typeof(VppStartupConfig).Assembly, "tests/QemuDsl.Nfv.Tests/Snapshots/PublicApi.verified.txt");
}
