using System.Net.Sockets;

namespace FakeQemu;

/// <summary>Many mebibytes on the serial port once the guest runs, then a line.</summary>
internal static class SerialFlood
{
    private const int PieceBytes = 64 * 1024;

    public static async Task<int> RunAsync(QmpPipes qmp, int mebibytes)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var flooding = FloodAsync(mebibytes * ((1 << 20) / PieceBytes), running.Task);
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit", name =>
        {
            _ = name == "cont" && running.TrySetResult();
            return Task.CompletedTask;
        });
        await flooding;
        return 0;
    }

    // Listens at once: the greeting says that it does.
    private static async Task FloodAsync(int pieces, Task running)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Path()));
        listener.Listen();
        using var serial = await listener.AcceptAsync();
        await running;
        var piece = new byte[PieceBytes];
        piece.AsSpan().Fill((byte)'x');
        piece[^1] = (byte)'\n';
        for (var count = 0; count < pieces; count++)
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
