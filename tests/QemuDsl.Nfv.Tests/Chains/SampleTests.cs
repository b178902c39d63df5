using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>The sample does what it says, with a real testpmd as the switch.</summary>
[Collection(Alone.Name)]
public sealed class SampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Sample_has_less_than_sixty_lines() => Assert.InRange(
        Directory.EnumerateFiles(Checkout.File("samples/VnfChain"), "*.cs").Sum(static file => File.ReadLines(file).Count(static line => !string.IsNullOrWhiteSpace(line))), 1, 59);

    [Fact]
    public async Task Chain_of_the_sample_forwards_packets_until_Ctrl_C()
    {
        await using var host = new VnfHost();
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-sample", host.File("sock-1-1"), host.File("sock-1-2"));
        var kernel = HostKernel.Require();
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Checkout.Built("samples/VnfChain", "VnfChain.dll"), kernel, HostKernel.Busybox(kernel), host.File(""), "1", "1", "0"])
        {
            RedirectStandardOutput = true,
        };
        using var sample = Process.Start(start)!;
        try
        {
            Assert.Matches(@"chain 1 node 1: vnf1, pid \d+, 2G, main on CPU ", await sample.StandardOutput.ReadLineAsync(Token));
            Assert.Equal($"  0000:00:06.0 52:54:00:00:01:01 to {host.File("sock-1-1")}", await sample.StandardOutput.ReadLineAsync(Token));
            await sample.StandardOutput.ReadLineAsync(Token);
            Assert.Equal("All forward packets. Ctrl-C ends them.", await sample.StandardOutput.ReadLineAsync(Token));

            // On a machine of two CPUs the pinned guest and the switch poll on the same one.
            await VnfVmTests.PassAsync(backEnd, enough: 5000);

            using var interrupt = Process.Start("kill", ["-INT", sample.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync(Token);
            await sample.WaitForExitAsync(Token);
            Assert.Equal(0, sample.ExitCode);
            Assert.True(File.Exists(host.File("chains.svg")));
        }
        finally
        {
            // One that hangs would live on, and its VM with it.
            sample.Kill();
            await sample.WaitForExitAsync(CancellationToken.None);
        }
    }
}
