using System.Globalization;

namespace QemuDsl.Runtime;

internal sealed class TcpPortWait(int guestPort, string? address) : NetworkWait(guestPort, address)
{
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"TCP port {GuestPort} of the guest");

    protected override Task<string?> JudgeAsync(GuestAnswer answer, BootContext context, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);
}
