namespace QemuDsl.Xunit.Tests;

/// <summary>The sample does what it shows.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task XunitSample_passes()
    {
        Tools.Qemu("x86_64");

        var said = await ChildProcess.RunAsync(Suite.Built("samples", "XunitSample"), ["-noColor", "-noLogo"], TestContext.Current.CancellationToken);

        Assert.Contains("Total: 3, Errors: 0, Failed: 0, Skipped: 0", said, StringComparison.Ordinal);
    }
}
