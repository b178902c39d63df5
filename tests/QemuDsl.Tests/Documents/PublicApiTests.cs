using PublicApiGenerator;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Documents;

/// <summary>The catalogue's public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_that_was_accepted() => GeneratedFile.Verify(
        "tests/QemuDsl.Tests/Snapshots/PublicApi.verified.txt",
        typeof(Qemu).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");
}
