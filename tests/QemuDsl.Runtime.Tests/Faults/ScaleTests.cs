namespace QemuDsl.Runtime.Tests;

/// <summary>Many VMs on this machine.</summary>
public sealed class ScaleTests
{
    [Fact]
    public Task Hundred_starts_and_stops_leave_nothing() => ManyVms.OneAfterTheOtherAsync(100);

    [Fact]
    public Task Fifty_at_once_take_less_than_two_mebibytes_each_of_their_owner_and_leave_nothing() => ManyVms.AtOnceAsync(50, connections: 0);
}
