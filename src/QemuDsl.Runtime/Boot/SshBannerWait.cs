using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Reads the line an SSH server begins with (RFC 4253, 4.2). It may write others before, which a guest could go on with for ever.</summary>
internal sealed class SshBannerWait(int port, string? address) : NetworkWait(port, address)
{
    // A server forks for a connection before it speaks, which takes long in an emulated guest that is still booting.
    private static readonly TimeSpan Speaking = TimeSpan.FromSeconds(10);

    public override string Description => $"an SSH server on {Place}";

    protected override async Task<string?> JudgeAsync(GuestAnswer answer, BootContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Speaking, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            while (!HasBanner(answer.Bytes.Span))
            {
                if (answer.IsFull || !await answer.ReadAsync(ending.Token).ConfigureAwait(false))
                {
                    return $"what listens there is no SSH server, it {Said(answer.Bytes.Span)}";
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"what listens there has not begun as an SSH server does, it {Said(answer.Bytes.Span)}";
        }
    }

    private static bool HasBanner(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            // 1.99 is one that speaks 2.0 and, to old clients, 1.5.
            if (bytes.StartsWith("SSH-2.0-"u8) || bytes.StartsWith("SSH-1.99-"u8))
            {
                return true;
            }

            bytes = bytes[(end + 1)..];
        }

        return false;
    }

    private static string Said(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "said nothing" : $"said '{Evidence.Printable(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 80)]))}'";
}
