using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.Runtime.Tests;

/// <summary>A process and a run directory that says it is a VM's whose supervisor is gone.</summary>
internal static class Orphan
{
    public static string BootId { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static Process Start(string root, string owner, Func<int, string> qemu)
    {
        var command = TestHost.Empty("-S");
        var process = Process.Start(new ProcessStartInfo(command.Program, command.Arguments))!;
        var directory = Directory.CreateDirectory(Path.Combine(root, "orphan"));
        File.WriteAllText(Path.Combine(directory.FullName, "owner"), $"{owner}\n{qemu(process.Id)}\n");
        return process;
    }

    /// <summary>Number, start and boot, as the supervisor writes them down.</summary>
    public static string Identity(int pid)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        return string.Create(CultureInfo.InvariantCulture, $"{pid} {ProcessStat.StartTime(stat)} {BootId}");
    }
}
