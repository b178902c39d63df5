using QemuDsl.Devices;
using QemuDsl.Netdevs;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Names of interfaces, told by the agent of a real guest.</summary>
public sealed class GuestNameTests
{
    [Fact]
    public async Task Interfaces_get_the_names_the_guest_gives_them()
    {
        await using var host = new VnfHost();
        var linux = TinyLinux.Require();
        var mac = new VnfId(1).Mac(1);
        var command = Qemu.Pc().WithTcg().WithMemory(256.MiB()).AddVirtioNetPci(new UserNetdev(), mac: mac, address: "6.0").WithKernel(linux.Kernel, linux.Initrd, TinyLinux.Append);
        await using var vm = await host.Host.StartAsync(
            command, new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial, ReadyWhen = Boot.UntilAgentAnswers() }, TestContext.Current.CancellationToken);

        var named = await vm.NameAsync(
            [new VnfNic(1, "6.0") { Mac = mac }, new VnfNic(2, "7.0") { Mac = new VnfId(1).Mac(2) }, new VnfNic(3, "8.0")], TestContext.Current.CancellationToken);

        Assert.Equal(["eth0", null, null], named.Select(static nic => nic.GuestName));
    }
}
