using QemuDsl.Devices;
using QemuDsl.Netdevs;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A Linux that has an address of its own on a tap, in a network namespace of the test's own.</summary>
internal static class DirectGuest
{
    private const string Guest = "192.0.2.2";
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<NetworkNamespace> NetworkAsync()
    {
        var network = await NetworkNamespace.RequireAsync(Token);
        await network.RunAsync("ip", ["tuntap", "add", "dev", "tap0", "mode", "tap"], Token);
        await network.RunAsync("ip", ["addr", "add", "192.0.2.1/24", "dev", "tap0"], Token);
        await network.RunAsync("ip", ["link", "set", "tap0", "up"], Token);
        return network;
    }

    /// <summary>Boots it, waits for its ports and speaks to one.</summary>
    /// <param name="inside">A host whose processes and connections are in the namespace.</param>
    public static async Task AnswersAsync(IVmHost inside)
    {
        var command = TestHost.Empty([.. TinyLinux.Require().BootArguments, "-fw_cfg", "name=opt/qdsl/key,string=ssh-ed25519 AAAA test"]);
        await using var vm = await inside.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial(TinyLinux.ReadyLine) }, Token);

        // Plugged in afterwards: a guest that finds a card asks for a lease first, and there is nobody to give one.
        await vm.AddAsync(new VirtioNetPci { Netdev = new TapNetdev { IfName = "tap0", Script = "no", DownScript = "no" }, RomFile = "" }, Token);
        var port = vm.WaitAsync(Boot.UntilTcpPort(7, Guest), Soon, Token);
        var ssh = vm.WaitAsync(Boot.UntilSsh(22, Guest), Soon, Token);
        await vm.WaitAsync(Boot.UntilSerial("#"), Soon, Token);
        Assert.False(port.IsCompleted || ssh.IsCompleted);
        await vm.Serial.WriteAsync(
            $"until ip link set eth0 up; do sleep 0.1; done; ip addr add {Guest}/24 dev eth0; nc -ll -p 7 -e cat &\n", Token);

        await port;
        await ssh;
        await using var stream = await inside.ConnectTcpAsync(Guest, 7, Token);
        await stream.WriteAsync("echo"u8.ToArray(), Token);
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer, Token);
        Assert.Equal("echo"u8.ToArray(), answer);
    }
}
