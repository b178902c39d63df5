using System.Globalization;
using QemuDsl.Runtime;
using QemuDsl.Ssh;

namespace LeaseHolder;

/// <summary>The word for a host.</summary>
internal static class Hosts
{
    /// <summary>A run root of this machine, or <c>ssh:PORT:KEY:KNOWN_HOSTS:RUN_ROOT</c> for this machine by way of an sshd on loopback.</summary>
    public static IVmHost Open(string word) =>
        word.StartsWith("ssh:", StringComparison.Ordinal) ? Remote(word.Split(':')) : new LocalHost(new LocalHostOptions { RunRoot = word });

    /// <summary>Closes its connections, if it has any.</summary>
    public static ValueTask CloseAsync(IVmHost host) => host is IAsyncDisposable connected ? connected.DisposeAsync() : ValueTask.CompletedTask;

    private static SshHost Remote(string[] parts) => new(new SshHostOptions
    {
        Host = "127.0.0.1",
        Port = int.Parse(parts[1], CultureInfo.InvariantCulture),
        User = Environment.UserName,
        IdentityFiles = [parts[2]],
        KnownHostsFiles = [parts[3]],
        UseAgent = false,
        ConfigFile = "",
        RunRoot = parts[4],
    });
}
