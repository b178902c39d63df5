using System.Net.Sockets;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>The ways from a host into its guest.</summary>
internal sealed class VmNetwork(IVmHost host, QmpClient qmp)
{
    private const string Listening = "HOST_FORWARD";

    public async Task<IReadOnlyList<VmForward>> ForwardsAsync(CancellationToken cancellationToken) =>
        [.. (await RowsAsync(cancellationToken).ConfigureAwait(false)).Where(static row => row.State == Listening).Select(static row => row.Ends)];

    /// <summary>The forward to a TCP port of the guest; null when there is none.</summary>
    public async Task<VmForward?> ForwardAsync(int guestPort, CancellationToken cancellationToken) =>
        (await ForwardsAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(forward => forward.Protocol == ProtocolType.Tcp && forward.GuestPort == guestPort);

    public Task<Stream> ConnectAsync(VmForward forward, CancellationToken cancellationToken) =>
        host.ConnectTcpAsync(forward.EndPoint.Address.ToString(), forward.HostPort, cancellationToken);

    public Task<Stream> ConnectAsync(string address, int port, CancellationToken cancellationToken) =>
        host.ConnectTcpAsync(address, port, cancellationToken);

    /// <summary>
    /// Whether the guest has accepted a connection through a forward. QEMU itself accepts all, also while the guest has no network yet.
    /// </summary>
    public async Task<bool> IsAcceptedAsync(VmForward forward, CancellationToken cancellationToken) =>
        (await RowsAsync(cancellationToken).ConfigureAwait(false)).Any(row =>
            row.State is "ESTABLISHED" or "CLOSE_WAIT" && row.Ends.Netdev == forward.Netdev
            && row.Ends.HostPort == forward.HostPort && row.Ends.GuestPort == forward.GuestPort);

    private async Task<IReadOnlyList<UserNetworkTable.Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var answer = await qmp.ExecuteAsync(
            "human-monitor-command", JsonElement.Parse("""{"command-line": "info usernet"}"""), cancellationToken).ConfigureAwait(false);
        return answer.ValueKind == JsonValueKind.String ? UserNetworkTable.Parse(answer.GetString()!) : [];
    }
}
