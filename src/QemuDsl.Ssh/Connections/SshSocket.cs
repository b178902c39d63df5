using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Renci.SshNet;

namespace QemuDsl.Ssh;

/// <summary>The socket under a client.</summary>
internal static class SshSocket
{
    /// <summary>Closes it without a word: whoever waits for a peer that says and reads nothing any more ends with it, and the peer learns it when it is back.</summary>
    /// <remarks>SSH.NET 2026.0.0 says good-bye first, behind what others still wait to send. With another version it is left to that.</remarks>
    public static void Abort(SshClient client)
    {
        try
        {
            if (Session(client) is { } session)
            {
                Socket(session)?.Dispose();
            }
        }
        catch (Exception changed) when (changed is MissingMemberException or TypeLoadException or InvalidCastException or ObjectDisposedException)
        {
            // Another version, or closed already.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType("Renci.SshNet.ISession, Renci.SshNet")]
    private static extern object? Session(BaseClient client);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_socket")]
    private static extern ref Socket? Socket([UnsafeAccessorType("Renci.SshNet.Session, Renci.SshNet")] object session);
}
