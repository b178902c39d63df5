namespace QemuDsl.Runtime;

/// <summary>The host cannot do what is asked: a directory that cannot be made, a program that cannot be started.</summary>
public sealed class HostException(string host, string message, Exception? innerException = null)
    : QemuException($"Host {host}: {message}", innerException)
{
    /// <summary>The host's name.</summary>
    public string Host { get; } = host;
}
