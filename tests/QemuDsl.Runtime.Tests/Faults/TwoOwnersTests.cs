using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Two processes that own VMs of one name in one place: neither touches what is the other's.</summary>
public sealed class TwoOwnersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VMs_of_two_owners_may_have_one_name_and_the_end_of_one_is_not_the_end_of_the_other()
    {
        await using var host = new TestHost();
        using var other = Owner.Start(host, "named:db", host.Boots(MarkerGuests.BootSector()));
        var (pid, directory) = await other.ReadVmAsync();
        var mine = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Name = "db" });

        var entries = await host.Host.ListAsync(Token);
        Assert.Equal(["db", "db"], entries.Select(static entry => entry.Name));
        Assert.Equal(new[] { directory, mine.RunDirectory }.Order(), entries.Select(static entry => entry.Directory).Order());
        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.AttachAsync("db", cancellationToken: Token));
        Assert.Contains("2 VMs are called 'db'", failure.Message, StringComparison.Ordinal);
        await mine.DisposeAsync();

        Assert.True(Processes.IsAlive(pid));
        Assert.Equal(pid, Assert.Single(await host.Host.ListAsync(Token)).Pid);
        await other.KillAsync();
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Sweep_removes_what_is_nobodys_and_leaves_what_another_owner_holds()
    {
        await using var host = new TestHost();
        using var other = Owner.Start(host, "named:db", host.Boots(MarkerGuests.BootSector()));
        var (pid, directory) = await other.ReadVmAsync();
        using var orphan = Orphan.Start(await host.Host.FindRunRootAsync(Token), owner: "1 1 " + Orphan.BootId, Orphan.Identity);

        Assert.EndsWith("/orphan", Assert.Single(await host.Host.SweepAsync(Token)).Directory, StringComparison.Ordinal);
        Assert.Empty(await host.Host.SweepAsync(Token));

        await orphan.WaitForExitAsync(Token);
        Assert.True(Processes.IsAlive(pid) && Directory.Exists(directory));
        await other.KillAsync();
        await host.NothingIsLeftAsync();
    }
}
