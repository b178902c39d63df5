using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>
/// A machine that runs VMs. Everything a VM needs of it goes through here, so that a remote machine can take the place of this one.
/// </summary>
public interface IVmHost
{
    /// <summary>Its name, as messages show it.</summary>
    string Name { get; }

    /// <summary>Clock for deadlines.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>Where VMs started there log.</summary>
    ILoggerFactory LoggerFactory { get; }

    /// <summary>Path of a program there; null when there is none that could be executed.</summary>
    Task<string?> FindProgramAsync(string program, CancellationToken cancellationToken = default);

    /// <summary>The directory that run directories are made in. Only this user can enter it (mode 0700); it is made when there is none.</summary>
    /// <exception cref="HostException">There is no place for one.</exception>
    Task<string> FindRunRootAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a directory in it with all it holds; nothing happens when it is gone.</summary>
    Task RemoveRunDirectoryAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Writes a file that only its owner can read (mode 0600).</summary>
    Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>Text of a file; null when there is none.</summary>
    Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>Bytes of a file; null when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">How many bytes it may have at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">It cannot be read, or is larger.</exception>
    Task<byte[]?> ReadBytesAsync(string path, int limit, CancellationToken cancellationToken = default);

    /// <summary>Connects to a UNIX socket.</summary>
    /// <exception cref="HostException">Nobody listens there.</exception>
    Task<Stream> ConnectAsync(string socketPath, CancellationToken cancellationToken = default);

    /// <summary>
    /// Connects to a UNIX socket on which somebody is about to listen. A host that is far away may set out before that.
    /// </summary>
    /// <param name="socketPath">The socket.</param>
    /// <param name="listening">Completes when somebody listens; its failure is the failure of this.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">Nobody listens there.</exception>
    Task<Stream> ConnectAsync(string socketPath, Task listening, CancellationToken cancellationToken = default);

    /// <summary>Connects to a TCP port, from there.</summary>
    /// <exception cref="HostException">Nobody listens there.</exception>
    Task<Stream> ConnectTcpAsync(string address, int port, CancellationToken cancellationToken = default);

    /// <summary>Starts a process.</summary>
    /// <exception cref="HostException">It cannot be started.</exception>
    Task<IHostProcess> StartProcessAsync(HostCommand command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends SIGKILL to a process of ours, if it is still the one that started then, and waits until it is gone; not for ever, because one
    /// that is stuck in the kernel never goes.
    /// </summary>
    /// <param name="pid">Its number.</param>
    /// <param name="startTime">Its start in clock ticks since boot (field 22 of <c>/proc/PID/stat</c>), against recycled numbers.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task KillAsync(int pid, long startTime, CancellationToken cancellationToken = default);
}
