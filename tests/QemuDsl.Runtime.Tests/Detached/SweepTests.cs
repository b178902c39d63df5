using System.Net.Sockets;
using QemuDsl.Runtime.Tests.Placement;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A sweep removes what dead owners left, and nothing that is somebody's.</summary>
public sealed class SweepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Living_VMs_are_left_alone_whoever_they_belong_to()
    {
        await using var host = new TestHost();
        await using var owned = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var detached = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Lifetime = TimeSpan.FromMinutes(5) });
        await detached.DetachAsync(Token);

        Assert.Empty(await host.Host.SweepAsync(Token));

        Assert.True(Processes.IsAlive(owned.Pid) && Processes.IsAlive(detached.Pid));
        await using var again = await host.Host.AttachAsync(detached.RunDirectory, cancellationToken: Token);
        await again.KillAsync(Token);
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_removed()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Name = "left", Lifetime = TimeSpan.FromMinutes(5) });
        await vm.DetachAsync(Token);
        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), "KILL");
        await Eventually.TrueAsync(() => !Processes.IsAlive(vm.Pid), "QEMU went with its supervisor");
        Assert.True(Assert.Single(await host.Host.ListAsync(Token)).IsAbandoned);

        var swept = Assert.Single(await host.Host.SweepAsync(Token));

        Assert.Equal(("left", vm.RunDirectory), (swept.Name, swept.Directory));
        Assert.False(Directory.Exists(vm.RunDirectory));
    }

    // What QEMU with file capabilities would be: pdeathsig does not hold for it.
    [Fact]
    public async Task QEMU_that_outlived_its_supervisor_is_ended()
    {
        await using var host = new TestHost();
        using var qemu = Orphan.Start(await host.Host.FindRunRootAsync(Token), owner: "1 1 " + Orphan.BootId, Orphan.Identity);

        Assert.Single(await host.Host.SweepAsync(Token));

        await qemu.WaitForExitAsync(Token);
        Assert.Empty(Directory.GetDirectories(host.RunRoot));
    }

    [Fact]
    public async Task Process_that_has_only_the_number_is_left_alone()
    {
        await using var host = new TestHost();
        using var other = Orphan.Start(await host.Host.FindRunRootAsync(Token), owner: "1 1 " + Orphan.BootId, pid => $"{pid} 1 {Orphan.BootId}");

        Assert.Single(await host.Host.SweepAsync(Token));

        Assert.False(other.HasExited);
        other.Kill();
        await other.WaitForExitAsync(Token);
    }

    [Fact]
    public async Task Directory_from_before_a_boot_of_the_host_is_removed_and_no_process_touched()
    {
        await using var host = new TestHost();
        const string Earlier = "00000000-0000-0000-0000-000000000000";
        using var other = Orphan.Start(
            await host.Host.FindRunRootAsync(Token), owner: "1 1 " + Earlier, pid => Orphan.Identity(pid).Replace(Orphan.BootId, Earlier, StringComparison.Ordinal));

        Assert.Single(await host.Host.SweepAsync(Token));

        Assert.False(other.HasExited);
        other.Kill();
        await other.WaitForExitAsync(Token);
    }

    // The owner's file is made before it is written: a sweep may look in between.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Directory_of_a_start_that_was_killed_in_its_first_millisecond_is_removed_when_it_is_old(bool listens, bool hasOwner)
    {
        await using var host = new TestHost();
        var files = RunFiles.Choose(await host.Host.FindRunRootAsync(Token));
        Directory.CreateDirectory(files.Directory);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (listens)
        {
            socket.Bind(new UnixDomainSocketEndPoint(files.QmpSocket));
        }

        if (hasOwner)
        {
            await File.WriteAllTextAsync(Path.Combine(files.Directory, "owner"), "", Token);
        }

        Assert.Empty(await host.Host.SweepAsync(Token));
        Directory.SetLastWriteTimeUtc(files.Directory, DateTime.UtcNow.AddMinutes(-3));

        Assert.Equal(files.Directory, Assert.Single(await host.Host.SweepAsync(Token)).Directory);
        Assert.False(Directory.Exists(files.Directory));
    }

    [Fact]
    public async Task VM_in_another_PID_namespace_is_left_alone()
    {
        await using var host = new TestHost();
        var inside = new OtherHost(host.Host) { Prefix = await NamespaceAsync() };
        var options = new VmOptions { Lifetime = TimeSpan.FromMinutes(5) };
        await using var vm = await inside.StartAsync(host.Boots(MarkerGuests.BootSector()), options, Token);

        Assert.Empty(await host.Host.SweepAsync(Token));

        Assert.False(Assert.Single(await host.Host.ListAsync(Token)).IsAbandoned);
        Assert.True(Directory.Exists(vm.RunDirectory));
        await vm.Qmp.ExecuteAsync("query-status", default, Token);
    }

    [Fact]
    public async Task Directory_that_is_not_one_of_a_VM_is_left_alone()
    {
        await using var host = new TestHost();
        var root = await host.Host.FindRunRootAsync(Token);
        var lease = Directory.CreateDirectory(Path.Combine(root, "lease")).FullName;
        await File.WriteAllTextAsync(Path.Combine(lease, "mine"), "", Token);

        Assert.Empty(await host.Host.SweepAsync(Token));

        Assert.True(Directory.Exists(lease));
        Directory.Delete(lease, recursive: true);
        Assert.Empty(Directory.GetDirectories(root));
    }

    private static async Task<string[]> NamespaceAsync()
    {
        string[] prefix = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
        try
        {
            await ChildProcess.RunAsync(Tools.Require(prefix[0]), [.. prefix[1..], "true"], Token);
        }
        catch (InvalidOperationException refused)
        {
            Missing.Report($"no PID namespace can be made here: {refused.Message}");
        }

        return prefix;
    }
}
