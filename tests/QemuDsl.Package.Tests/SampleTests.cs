using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Samples do what they show; the others are tried where the tests of their package are.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task HelloVm_boots_a_Linux_and_has_it_say_hello()
    {
        var said = await RunAsync("HelloVm");

        Assert.Contains("says hello, 42", said, StringComparison.Ordinal);
        Assert.Contains("run directory left: False", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoNics_ping_each_other_over_their_cable() =>
        Assert.Contains("3 packets transmitted, 3 packets received, 0% packet loss", await RunAsync("TwoNics"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string sample)
    {
        Tools.Qemu("x86_64");
        var linux = TinyLinux.Require();
        return ChildProcess.RunAsync(
            "dotnet", [Checkout.Built($"samples/{sample}", $"{sample}.dll"), linux.Kernel, linux.Initrd], TestContext.Current.CancellationToken);
    }
}
