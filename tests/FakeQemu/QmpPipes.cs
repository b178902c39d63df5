using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FakeQemu;

/// <summary>The two FIFOs or the socket behind <c>-chardev …,id=qdsl-qmp,path=…</c>, or standard input and output for <c>-qmp stdio</c>.</summary>
internal sealed class QmpPipes(Stream input, Stream output)
{
    private const string Pipe = "pipe,id=qdsl-qmp,path=";
    private const string Connection = "socket,id=qdsl-qmp,path=";

    public static QmpPipes Open(string[] arguments)
    {
        if (arguments.Contains("-qmp"))
        {
            return new QmpPipes(Console.OpenStandardInput(), Console.OpenStandardOutput());
        }

        if (PathOf(Connection, arguments) is { } place)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(place));
            var stream = new NetworkStream(socket, ownsSocket: true);
            return new QmpPipes(stream, stream);
        }

        var path = PathOf(Pipe, arguments)!;

        // Both ways, as QEMU does: no end of file, no waiting for the other side.
        return new QmpPipes(Open(path + ".in"), Open(path + ".out"));
    }

    public async Task SendAsync(string text)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text));
        await output.FlushAsync();
    }

    public Task GreetAsync() =>
        SendAsync("""{"QMP": {"version": {"qemu": {"micro": 0, "minor": 9, "major": 99}, "package": ""}, "capabilities": []}}""" + "\n");

    /// <summary>Answers every command until one of that name has been answered.</summary>
    public async Task AnswerUntilAsync(string? last, Func<string, Task>? before = null)
    {
        using var reader = new StreamReader(input);
        while (await reader.ReadLineAsync() is { } line)
        {
            using var command = JsonDocument.Parse(line);
            var name = command.RootElement.GetProperty("execute").GetString()!;
            await (before?.Invoke(name) ?? Task.CompletedTask);
            await SendAsync($$"""{"return": {}, "id": {{command.RootElement.GetProperty("id").GetInt64()}}}""" + "\n");
            if (name == last)
            {
                return;
            }
        }
    }

    private static string? PathOf(string chardev, string[] arguments) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(chardev, StringComparison.Ordinal))?[chardev.Length..].Replace(",,", ",", StringComparison.Ordinal);

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
}
