using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>What a start says when the guest's first root cannot be made or kept. Nothing of it stays.</summary>
public sealed class InitramfsFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("missing", "is missing or cannot be read, and modules.dep names it")]
    [InlineData("directory", "virtio_pci.ko.gz cannot be read")]
    [InlineData("garbage", "virtio_pci.ko.gz' cannot be unpacked")]
    public async Task Module_that_cannot_be_read_is_told(string what, string message)
    {
        await using var host = new VnfHost();
        var vm = await host.VmAsync(new CommandWorkload("true"));
        var module = host.File("modules/virtio_pci.ko.gz");
        Directory.CreateDirectory(host.File("modules"));
        await File.WriteAllTextAsync(host.File("modules/modules.dep"), "virtio_pci.ko.gz:\n", Token);
        await File.WriteAllTextAsync(host.File("modules/modules.builtin"), "virtio_console.ko\n9pnet_virtio.ko\n9p.ko\n", Token);
        if (what == "directory")
        {
            Directory.CreateDirectory(module);
        }
        else if (what == "garbage")
        {
            await File.WriteAllTextAsync(module, "no archive", Token);
        }

        var failure = await Assert.ThrowsAsync<HostException>(
            () => host.Host.StartAsync(vm with { Kernel = vm.Kernel with { Modules = host.File("modules") } }, cancellationToken: Token));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains(module, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kernel_that_is_missing_is_told()
    {
        await using var host = new VnfHost();
        var vm = await host.VmAsync(new CommandWorkload("true"));

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.Host.StartAsync(vm with { Kernel = vm.Kernel with { Image = "/nowhere/vmlinux" } }, cancellationToken: Token));

        Assert.Equal("/nowhere/vmlinux", failure.Refusal?.Value);
    }

    // The script that keeps it sees another file system in place of the run root, of 64 KiB, and tells what it left there.
    [Fact]
    public async Task Full_disk_is_told()
    {
        await using var host = new VnfHost();
        if (Environment.UserName != "root")
        {
            Missing.Report("only root can mount a file system that is full");
        }

        var vm = await host.VmAsync(new CommandWorkload("true"));
        var (root, left) = (await host.Host.FindRunRootAsync(Token), host.File("left"));
        const string Full = "root=$1 left=$2; shift 2; mount -t tmpfs -o size=64k none \"$root\" && \"$@\"; code=$?; ls -A \"$root\" >\"$left\"; exit $code";
        var full = new ChangedHost(host.Host)
        {
            Instead = command => command.Arguments.Contains("initramfs")
                ? new HostCommand("unshare", ["--mount", "sh", "-c", Full, "sh", root, left, command.Program, .. command.Arguments])
                : command,
        };

        var failure = await Assert.ThrowsAsync<HostException>(() => full.StartAsync(vm, cancellationToken: Token));

        Assert.Matches(@"the initramfs could not be written to .*No space left on device\. It needs \d+M there .*RunRoot", failure.Message);
        await full.Processes[^1].Completion;
        Assert.Empty(await File.ReadAllTextAsync(left, Token));
    }
}
