using System.Text;

namespace QemuDsl.Runtime;

internal sealed class SshBannerWait(int port, string? address) : NetworkWait(port, address)
{
    // A server may print lines before its version (RFC 4253, 4.2); one that is none would print for ever.
    private const int MostBytes = 16 * 1024;

    public override string Description => $"an SSH server on {Place}";

    private protected override async Task<bool> IsReadyAsync(
        Stream stream, Func<CancellationToken, Task<bool>> isAcceptedAsync, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (text.Length < MostBytes && await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            if (text.ToString().Split('\n').Any(static line => line.StartsWith("SSH-2.0-", StringComparison.Ordinal) || line.StartsWith("SSH-1.99-", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
