using QemuDsl.TestKit;

namespace QemuDsl.Tests.Documents;

/// <summary>The public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_catalogues_API_is_the_one_that_was_accepted() => PublicApi.Verify(typeof(Qemu).Assembly, "tests/QemuDsl.Tests/Snapshots/PublicApi.verified.txt");

    [Fact]
    public void The_foundations_API_is_the_one_that_was_accepted() =>
        PublicApi.Verify(typeof(ByteSize).Assembly, "tests/QemuDsl.Tests/Snapshots/PublicApi.Abstractions.verified.txt");
}
