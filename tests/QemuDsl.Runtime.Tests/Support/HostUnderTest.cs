using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime.Tests;

/// <summary>Tests of this assembly run on this machine.</summary>
internal static class HostUnderTest
{
    public const bool IsRemote = false;

    public static IVmHost Create(string runRoot, ILoggerFactory log, TimeProvider? clock = null) =>
        new LocalHost(new LocalHostOptions { RunRoot = runRoot, LoggerFactory = log, TimeProvider = clock ?? TimeProvider.System });

    /// <summary>The same host for an owner that is another process.</summary>
    public static string Word(string runRoot) => runRoot;

    public static ValueTask DisposeAsync(IVmHost host) => ValueTask.CompletedTask;
}
