using System.Net.Sockets;
using System.Text;

namespace QemuDsl.TestKit.Tests;

/// <summary>One question and its answer over a UNIX socket of QEMU.</summary>
internal static class UnixTalk
{
    /// <summary>Sends a text and reads until the answer, or what came before it, contains the end mark.</summary>
    public static async Task<string> AskAsync(string path, string question, string until, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(question), cancellationToken);
        var buffer = new byte[4096];
        var answer = new StringBuilder();
        while (!answer.ToString().Contains(until, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }
}
