using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A vhost-user back end (QEMU's own storage daemon) that dies under a running VM.</summary>
public sealed class BackEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task VM_whose_back_end_was_killed_can_be_asked_and_stopped(bool reconnects)
    {
        await using var host = new TestHost();
        using var first = await ServeAsync(host);
        await using var vm = await host.StartAsync(Command(host, reconnects), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });
        Assert.True(await IsConnectedAsync(vm));

        first.Kill();
        await Eventually.TrueAsync(async () => !await IsConnectedAsync(vm), "QEMU has noticed");
        await Eventually.TrueAsync(() => vm.Stderr.Length > 0, "QEMU's words about it are there while it lives");
        var status = await vm.Qmp.ExecuteAsync("query-status", default, Token);

        Assert.True(status.GetProperty("running").GetBoolean());
        using var second = await ServeAsync(host);
        if (reconnects)
        {
            await Eventually.TrueAsync(() => IsConnectedAsync(vm), "QEMU has found the new one");
        }

        await vm.StopAsync(cancellationToken: Token);
        second.Kill();
    }

    [Fact]
    public async Task Back_end_that_is_not_there_is_told_with_its_socket()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(Command(host, reconnects: false)));

        Assert.Contains(host.File("blk"), failure.Message, StringComparison.Ordinal);
    }

    // The daemon is the host's own program and no VM: nobody supervises it.
    private static async Task<Process> ServeAsync(TestHost host)
    {
        var (disk, socket) = (host.File("disk"), host.File("blk"));
        await File.WriteAllBytesAsync(disk, new byte[1 << 20], Token);
        File.Delete(socket);
        var daemon = Process.Start(new ProcessStartInfo(
            Tools.Require("qemu-storage-daemon"),
            [
                "--blockdev", $"driver=file,node-name=disk,filename={disk}",
                "--export", $"type=vhost-user-blk,id=disk,node-name=disk,addr.type=unix,addr.path={socket},writable=on",
            ]))!;
        await Eventually.TrueAsync(() => File.Exists(socket), "the daemon listens");
        return daemon;
    }

    private static RawCommand Command(TestHost host, bool reconnects) => host.Boots(
        MarkerGuests.BootSector(), "pc", "-object", "memory-backend-memfd,id=m,size=128M,share=on", "-machine", "memory-backend=m",
        "-chardev", $"socket,id=blk,path={host.File("blk")}{(reconnects ? ",reconnect=1" : "")}", "-device", "vhost-user-blk-pci,chardev=blk");

    private static async Task<bool> IsConnectedAsync(VirtualMachine vm)
    {
        var chardevs = await vm.Qmp.ExecuteAsync("query-chardev", default, Token);
        var own = chardevs.EnumerateArray().Single(static chardev => chardev.GetProperty("label").GetString() == "blk");
        return !own.GetProperty("filename").GetString()!.StartsWith("disconnected:", StringComparison.Ordinal);
    }
}
