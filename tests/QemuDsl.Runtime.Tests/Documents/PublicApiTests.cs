using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>The public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_that_was_accepted() =>
        PublicApi.Verify(typeof(VirtualMachine).Assembly, "tests/QemuDsl.Runtime.Tests/Snapshots/PublicApi.verified.txt");
}
