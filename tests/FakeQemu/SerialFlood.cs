using System.Net.Sockets;

namespace FakeQemu;

/// <summary>A gibibyte on the serial port once the guest runs, then a line.</summary>
internal static class SerialFlood
{
    private const int Pieces = 16 * 1024;

    public static async Task<int> RunAsync(QmpPipes qmp)
    {
        var flooding = FloodAsync();
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit");
        await flooding;
        return 0;
    }

    // Listens at once: the greeting says that it does.
    private static async Task FloodAsync()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Path()));
        listener.Listen();
        using var serial = await listener.AcceptAsync();
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)'x');
        piece[^1] = (byte)'\n';
        for (var count = 0; count < Pieces; count++)
        {
            for (var sent = 0; sent < piece.Length;)
            {
                sent += await serial.SendAsync(piece.AsMemory(sent));
            }
        }

        await serial.SendAsync("behind the flood\n"u8.ToArray());
    }

    private static string Path() => Environment.GetCommandLineArgs()
        .Single(static argument => argument.StartsWith("socket,id=qdsl-serial,", StringComparison.Ordinal))
        .Split(',').Single(static part => part.StartsWith("path=", StringComparison.Ordinal))["path=".Length..];
}
