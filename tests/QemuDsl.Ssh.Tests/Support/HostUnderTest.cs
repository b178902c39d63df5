using Microsoft.Extensions.Logging;
using QemuDsl.Ssh;
using QemuDsl.Ssh.Tests;

namespace QemuDsl.Runtime.Tests;

/// <summary>Tests of the runtime run over SSH here, each over a connection of its own.</summary>
internal static class HostUnderTest
{
    public const bool IsRemote = true;

    public static IVmHost Create(string runRoot, ILoggerFactory log, TimeProvider? clock = null) =>
        new SshHost(SshServer.Running.Require().Options() with { RunRoot = runRoot, LoggerFactory = log, TimeProvider = clock ?? TimeProvider.System });

    /// <summary>The same host for an owner that is another process.</summary>
    public static string Word(string runRoot)
    {
        var server = SshServer.Running.Require();
        return $"ssh:{server.Port}:{server.Key}:{server.KnownHosts()}:{runRoot}";
    }

    public static ValueTask DisposeAsync(IVmHost host) => ((SshHost)host).DisposeAsync();
}
