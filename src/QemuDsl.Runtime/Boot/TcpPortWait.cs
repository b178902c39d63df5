namespace QemuDsl.Runtime;

internal sealed class TcpPortWait(int port, string? address) : NetworkWait(port, address)
{
    public override string Description => $"a connection to {Place}";

    protected override Task<string?> JudgeAsync(GuestAnswer answer, BootContext context, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);
}
