using QemuDsl.Runtime.Tests;

namespace QemuDsl.Ssh.Tests;

/// <summary>Many VMs of a host, on one connection and on several. Never beside those that measure how long a start takes.</summary>
[Collection(nameof(VmTests))]
public sealed class RemoteScaleTests
{
    [Fact]
    public Task Twenty_five_starts_and_stops_leave_nothing_on_either_side() => ManyVms.OneAfterTheOtherAsync(25);

    // Each has two channels, and a connection has eight.
    [Fact]
    public Task Sixteen_at_once_take_less_than_two_mebibytes_each_of_their_owner_and_leave_nothing_on_either_side() =>
        ManyVms.AtOnceAsync(16, connections: 4);
}
