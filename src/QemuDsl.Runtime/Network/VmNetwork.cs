using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>The ways from the host to TCP ports of the guest.</summary>
internal sealed class VmNetwork(IVmHost host, QmpClient qmp)
{
    public async Task<IReadOnlyList<VmForward>> ForwardsAsync(CancellationToken cancellationToken) =>
        [.. (await RowsAsync(cancellationToken).ConfigureAwait(false)).Where(static row => row.IsForward).Select(static row => row.Forward)];

    /// <summary>The way to a port.</summary>
    /// <exception cref="ImpossibleWaitException">No forward leads there, and no address is given.</exception>
    public async Task<GuestRoute> RouteAsync(int guestPort, string? address, CancellationToken cancellationToken)
    {
        if (address is not null)
        {
            return GuestRoute.Direct(address, guestPort);
        }

        var forwards = await ForwardsAsync(cancellationToken).ConfigureAwait(false);
        var forward = forwards.FirstOrDefault(item => item.Protocol == ProtocolType.Tcp && item.GuestPort == guestPort);
        return forward is not null ? GuestRoute.Through(forward) : throw new ImpossibleWaitException(Missing(guestPort, forwards));
    }

    public Task<Stream> OpenAsync(GuestRoute route, CancellationToken cancellationToken) =>
        host.ConnectTcpAsync(route.Address, route.Port, cancellationToken);

    /// <summary>Descriptors of the connections through a forward that the guest has answered.</summary>
    public async Task<IReadOnlySet<int>> AnsweredAsync(VmForward forward, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken).ConfigureAwait(false);
        return rows.Where(row => row.IsAnswered(forward)).Select(static row => row.Descriptor).ToHashSet();
    }

    private async Task<IReadOnlyList<UserNetRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["command-line"] = "info usernet" }.ToArguments();
        var answer = await qmp.ExecuteAsync("human-monitor-command", arguments, cancellationToken).ConfigureAwait(false);
        return answer.ValueKind == JsonValueKind.String ? UserNetTable.Parse(answer.GetString()!) : [];
    }

    private static string Missing(int guestPort, IReadOnlyList<VmForward> forwards)
    {
        var there = forwards.Count == 0 ? "the VM has no forwards" : $"there is only {string.Join(", ", forwards)}";
        return $"no forward leads to TCP port {guestPort} of the guest; {there}. Add HostForward.Tcp(HostForward.AnyPort, {guestPort}) to "
            + "HostFwd of a UserNetdev, or name an address of the guest that the host reaches";
    }
}
