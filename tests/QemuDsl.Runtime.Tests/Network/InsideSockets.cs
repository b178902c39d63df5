using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace QemuDsl.Runtime.Tests;

/// <summary>Connections from a network namespace: a socket stays where the thread was that made it.</summary>
internal static class InsideSockets
{
    public static async Task<Stream> ConnectAsync(string network, string address, int port, string hostName, CancellationToken cancellationToken)
    {
        var socket = await MakeAsync(network);
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new HostException(hostName, failure.Message, failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The thread ends afterwards, or others would find themselves there.
    private static Task<Socket> MakeAsync(string network)
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                using var place = File.OpenHandle($"/run/netns/{network}", share: FileShare.ReadWrite);
                made.SetResult(NativeMethods.SetNamespace((int)place.DangerousGetHandle(), NativeMethods.Network) == 0
                    ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
                    : throw new Win32Exception(Marshal.GetLastPInvokeError()));
            }
            catch (Exception failure)
            {
                made.SetException(failure);
            }
        }).Start();
        return made.Task;
    }
}
