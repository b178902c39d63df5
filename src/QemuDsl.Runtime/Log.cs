using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "QEMU started on {Host}: pid {Pid}, run directory {Directory}")]
    public static partial void Started(ILogger logger, string host, int pid, string directory);

    [LoggerMessage(2, LogLevel.Debug, "Start phase {Phase} after {Elapsed}")]
    public static partial void Phase(ILogger logger, BootPhase phase, TimeSpan elapsed);

    [LoggerMessage(3, LogLevel.Information, "QEMU (pid {Pid}) {Exit}")]
    public static partial void Ended(ILogger logger, int pid, VmExit exit);

    [LoggerMessage(4, LogLevel.Warning, "QEMU (pid {Pid}) had to be ended the hard way: {Trouble}")]
    public static partial void Trouble(ILogger logger, int pid, string trouble);

    [LoggerMessage(5, LogLevel.Warning, "Run directory {Directory} could not be removed")]
    public static partial void DirectoryLeft(ILogger logger, string directory, Exception failure);

    [LoggerMessage(6, LogLevel.Warning, "{Finding}")]
    public static partial void Finding(ILogger logger, Finding finding);

    [LoggerMessage(7, LogLevel.Warning, "Something of QEMU (pid {Pid}) could not be ended")]
    public static partial void EndFailed(ILogger logger, int pid, Exception failure);

    [LoggerMessage(8, LogLevel.Debug, "QEMU on {Host} writes to stderr: {Line}")]
    public static partial void Wrote(ILogger logger, string host, string line);

    [LoggerMessage(30, LogLevel.Information, "Artifacts of QEMU (pid {Pid}) are in {Folder}")]
    public static partial void ArtifactsCollected(ILogger logger, int pid, string folder);

    [LoggerMessage(31, LogLevel.Warning, "Artifacts of QEMU (pid {Pid}) could not be written below {Folder}")]
    public static partial void ArtifactsFailed(ILogger logger, int pid, string folder, Exception failure);

    [LoggerMessage(40, LogLevel.Warning, "Threads of QEMU (pid {Pid}) that appeared later were not placed")]
    public static partial void PlacementFailed(ILogger logger, int pid, Exception failure);

    [LoggerMessage(41, LogLevel.Warning, "{Pages} huge pages of {PageSize} may be left on {Host}: the script that takes them away did not end")]
    public static partial void HugePagesLeft(ILogger logger, long pages, ByteSize pageSize, string host);

    [LoggerMessage(42, LogLevel.Warning, "{Devices} of {Host} may still be bound to vfio-pci: the script that gives them back did not end")]
    public static partial void DevicesLeft(ILogger logger, string devices, string host);

    [LoggerMessage(60, LogLevel.Warning, "Guests run under TCG: {Reason}")]
    public static partial void NoKvm(ILogger logger, string reason);

    [LoggerMessage(61, LogLevel.Debug, "{Path} is not used: others can write in the directory, or it or the file is not this user's own")]
    public static partial void CacheRefused(ILogger logger, string path);

    [LoggerMessage(62, LogLevel.Debug, "{Path} could not be used")]
    public static partial void CacheFailed(ILogger logger, string path, Exception failure);
}
