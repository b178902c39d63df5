using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QemuDsl.Runtime;
using QemuDsl.Runtime.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>A real testpmd on this machine that serves the queues of vhost-user interfaces, without huge pages and without devices.</summary>
internal sealed partial class BackEnd : IAsyncDisposable
{
    private readonly IHostProcess _process;
    private readonly StringBuilder _said = new();
    private readonly Task _reading;

    private BackEnd(IHostProcess process)
    {
        _process = process;
        _reading = ReadAsync(process.Stdout);
    }

    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static Task<BackEnd> StartAsync(IVmHost host, string prefix, params string[] sockets) =>
        StartAsync(host, prefix, [.. sockets.Select(Vhost)], []);

    /// <summary>One between an interface and a tap, which is in a network of the test's own.</summary>
    public static Task<BackEnd> StartAsync(IVmHost host, string prefix, string socket, string tap, NetworkNamespace network) =>
        StartAsync(host, prefix, [Vhost(socket, 0), $"net_tap0,iface={tap}"], network.Prefix);

    private static async Task<BackEnd> StartAsync(IVmHost host, string prefix, OptionList<string> devices, IReadOnlyList<string> inFront)
    {
        var command = new TestPmdCommand
        {
            Eal = new EalOptions
            {
                Cores = "0-1", NoHuge = true, NoPci = true, NoTelemetry = true, MemoryMebibytes = 256, FilePrefix = prefix,
                Vdev = devices,
            },
            Options = new TestPmdOptions { Interactive = true, ForwardMode = ForwardMode.Io, NbCores = 1, TotalNumMbufs = 8192, NoLscInterrupt = true, DisableLinkCheck = true },
        };
        var process = await host.StartProcessAsync(
            new HostCommand("sh", ["-c", "exec stdbuf -oL \"$@\" 2>&1", "sh", .. inFront, Tools.Require("dpdk-testpmd"), .. command.ToArguments()]), TestContext.Current.CancellationToken);
        var backEnd = new BackEnd(process);
        await backEnd.UntilAsync("testpmd> ");
        return backEnd;
    }

    public async Task SayAsync(string command)
    {
        await _process.Stdin.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"), TestContext.Current.CancellationToken);
        await _process.Stdin.FlushAsync(TestContext.Current.CancellationToken);
    }

    public async Task UntilAsync(string words, int from = 0)
    {
        await UntilAsync(() => Said.IndexOf(words, from, StringComparison.Ordinal) >= 0);
    }

    /// <summary>Packets received and sent, port by port.</summary>
    public async Task<IReadOnlyList<(long Received, long Sent)>> CountAsync(int ports)
    {
        var from = Said.Length;
        await SayAsync("show port stats all");
        await UntilAsync(() => Counts().Count(Said[from..]) >= ports);
        var counts = Counts().Matches(Said[from..]);
        return [.. counts.Select(static match => (long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _reading;
        await _process.DisposeAsync();
    }

    // A socket may bring keys of its own.
    private static string Vhost(string socket, int index)
    {
        var queues = socket.Contains(",queues=", StringComparison.Ordinal) ? "" : ",queues=1";
        return string.Create(CultureInfo.InvariantCulture, $"net_vhost{index},iface={socket}{queues}");
    }

    private async Task UntilAsync(Func<bool> reached)
    {
        var start = Stopwatch.GetTimestamp();
        while (!reached())
        {
            Assert.False(_reading.IsCompleted, $"testpmd has ended: {Said}");
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), $"testpmd said only: {Said}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task ReadAsync(Stream output)
    {
        var buffer = new byte[4096];
        while (await output.ReadAsync(buffer) is > 0 and var count)
        {
            lock (_said)
            {
                _said.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
    }

    [GeneratedRegex(@"RX-packets: (\d+)[\s\S]*?TX-packets: (\d+)[\s\S]*?####")]
    private static partial Regex Counts();
}
