using PublicApiGenerator;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>The public API, so that every change of it is seen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_one_that_was_accepted() => GeneratedFile.Verify(
        "tests/QemuDsl.Nfv.Tests/Snapshots/PublicApi.verified.txt",
        typeof(VppStartupConfig).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");
}
