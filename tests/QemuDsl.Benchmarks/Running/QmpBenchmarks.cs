using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Running;

/// <summary>
/// A question to QEMU and its answer, a hundred in turn: a client on a socket, and that of a VM. The rival is a loop on a socket that writes the same line and
/// reads to the end of the next one. All three ask the same QEMU, each at a monitor of its own: one in another session is woken half as
/// fast (<c>kernel.sched_autogroup_enabled</c>). The line has an id, as that of every client that has more than one question; QEMU 7.2
/// alone takes 45 µs longer for one with an id than for one without.
/// </summary>
[MedianColumn]
public class QmpBenchmarks
{
    private const int Count = 100;

    private static readonly byte[] Question = "{\"execute\":\"query-status\",\"id\":1}\n"u8.ToArray();

    private readonly TempDirectory _folder = new();
    private readonly byte[] _buffer = new byte[4096];
    private Socket _raw = null!;
    private NetworkStream _stream = null!;
    private QmpClient _client = null!;
    private LocalHost _host = null!;
    private VirtualMachine _vm = null!;

    [GlobalSetup]
    public async Task Start()
    {
        string[] monitors = ["-qmp", Monitor("raw"), "-qmp", Monitor("client")];
        _host = new LocalHost();
        _vm = await _host.StartAsync(
            new RawCommand("qemu-system-x86_64", ["-nodefaults", "-display", "none", "-machine", "pc", "-accel", "tcg", .. monitors]),
            new VmOptions { StartPaused = true }).ConfigureAwait(false);
        _raw = await ConnectAsync("raw").ConfigureAwait(false);
        await ReadLineAsync().ConfigureAwait(false);
        await _raw.SendAsync("{\"execute\": \"qmp_capabilities\"}\n"u8.ToArray()).ConfigureAwait(false);
        await ReadLineAsync().ConfigureAwait(false);
        _stream = new NetworkStream(await ConnectAsync("client").ConfigureAwait(false), ownsSocket: true);
        _client = new QmpClient(_stream, _stream);
        await _client.NegotiateAsync().ConfigureAwait(false);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task RawLoop()
    {
        for (var question = 0; question < Count; question++)
        {
            await _raw.SendAsync(Question).ConfigureAwait(false);
            await ReadLineAsync().ConfigureAwait(false);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Client() => AskAsync(_client);

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Vm() => AskAsync(_vm.Qmp);

    [GlobalCleanup]
    public async Task Stop()
    {
        await _client.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _raw.Dispose();
        await _vm.DisposeAsync().ConfigureAwait(false);
        await _folder.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AskAsync(QmpClient client)
    {
        for (var question = 0; question < Count; question++)
        {
            await client.ExecuteAsync("query-status").ConfigureAwait(false);
        }
    }

    private string Monitor(string name) => $"unix:{_folder.File(name)},server=on,wait=off";

    private async Task<Socket> ConnectAsync(string name)
    {
        while (!File.Exists(_folder.File(name)))
        {
            await Task.Delay(10).ConfigureAwait(false);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder.File(name))).ConfigureAwait(false);
        return socket;
    }

    private async Task ReadLineAsync()
    {
        int count;
        do
        {
            count = await _raw.ReceiveAsync(_buffer).ConfigureAwait(false);
        }
        while (count > 0 && _buffer[count - 1] != (byte)'\n');
    }
}
