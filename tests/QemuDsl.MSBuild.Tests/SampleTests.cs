namespace QemuDsl.MSBuild.Tests;

/// <summary>The sample does what its project file tells.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task BuildPipeline_starts_uses_and_stops_its_VM_in_builds_of_their_own()
    {
        Tools.Qemu("x86_64");
        var linux = TinyLinux.Require();
        await using var folder = new BuildFolder();

        (await RunAsync(folder, "QemuStart", $"-p:Kernel={linux.Kernel}", $"-p:Initrd={linux.Initrd}")).Succeeded();
        try
        {
            Assert.Contains("words: 10", (await RunAsync(folder, "WordCount")).Succeeded().Output, StringComparison.Ordinal);
        }
        finally
        {
            (await RunAsync(folder, "QemuStop")).Succeeded();
        }

        Assert.Empty(folder.Left());
    }

    // It was built with the rest; to build all it refers to again takes longer than all else.
    private static Task<BuildResult> RunAsync(BuildFolder folder, string target, params string[] more) => folder.RunAsync(
        ["build", Checkout.File("samples/BuildPipeline"), "--no-restore", $"-t:{target}", "-p:BuildProjectReferences=false", $"-p:Configuration={Configuration}", "-nologo", "-tl:off", .. more]);

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
}
