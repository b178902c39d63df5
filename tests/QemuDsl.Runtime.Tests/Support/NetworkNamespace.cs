using System.Security.Cryptography;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A network of the test's own; without the right to make one the test is skipped, on CI failed.</summary>
internal sealed class NetworkNamespace : IAsyncDisposable
{
    private readonly string _name = $"qdsl-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    private NetworkNamespace()
    {
    }

    public string Name => _name;

    /// <summary>What goes in front of a command that is to run in it.</summary>
    public IReadOnlyList<string> Prefix => ["ip", "netns", "exec", _name];

    public static async Task<NetworkNamespace> RequireAsync(CancellationToken cancellationToken)
    {
        Tools.Require("ip");
        var network = new NetworkNamespace();
        try
        {
            await ChildProcess.RunAsync("ip", ["netns", "add", network._name], cancellationToken);
            await network.RunAsync("test", ["-w", "/dev/net/tun"], cancellationToken);
            return network;
        }
        catch (InvalidOperationException failure)
        {
            Missing.Report($"a network namespace with taps cannot be made: {failure.Message}");
            throw;
        }
    }

    public Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        ChildProcess.RunAsync(Prefix[0], [.. Prefix.Skip(1), program, .. arguments], cancellationToken);

    public async Task<IReadOnlyList<string>> InterfacesAsync(CancellationToken cancellationToken) =>
        (await RunAsync("ls", ["/sys/class/net"], cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();

    public async ValueTask DisposeAsync() => await ChildProcess.RunAsync("ip", ["netns", "del", _name]);
}
