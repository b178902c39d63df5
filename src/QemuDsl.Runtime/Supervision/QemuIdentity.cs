using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Which process QEMU is, told from one that gets its number later or after another boot.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="StartTime">Its start in clock ticks since the host booted.</param>
/// <param name="BootId">The boot of the host.</param>
internal sealed record QemuIdentity(int Pid, long StartTime, string BootId)
{
    /// <summary>Reads the rest of the supervisor's frame; null when it is none.</summary>
    public static QemuIdentity? Parse(string text) =>
        text.Split(' ') is [var pid, var start, var boot]
        && int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new QemuIdentity(number, ticks, boot)
            : null;
}
