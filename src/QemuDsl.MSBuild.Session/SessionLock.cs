using System.Diagnostics;

namespace QemuDsl.MSBuild.Session;

/// <summary>
/// Keeps two runs of the same tests apart, which have one set of VMs: the second waits for the end of the first. The file is locked as long as this program
/// lives, so whoever gets the lock knows that VMs he finds are nobody's. It stays: who deletes it could delete it under the next one.
/// </summary>
internal static class SessionLock
{
    private const string FileName = "session.lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<FileStream?> TakeAsync(IReadOnlyList<VmOrder> orders, SessionReport report, CancellationToken cancellationToken)
    {
        if (orders is not [{ RecordFiles: [var record, ..] }, ..])
        {
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(record)!, FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var patience = orders.Max(static order => order.ReadOptions().Timeout);
        var waited = Stopwatch.StartNew();
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (IsHeld(held))
            {
                if (waited.Elapsed > patience)
                {
                    throw new AutomationException(
                        AutomationFailure.NameTaken,
                        $"Another run of these tests has their VMs, and did not end within {patience.TotalSeconds:0} s ({path} is locked). End it, or give this run VMs of its own by other values of QemuVmDirectory and QemuVmCopyDirectory.",
                        held);
                }
            }

            if (!told)
            {
                report.Tell(new SessionLine(SessionLineKind.Message, "QemuDsl: another run of these tests has their VMs; waiting for its end."));
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    // Every other reason has an exception of its own, such as that of a directory that is not there.
    private static bool IsHeld(IOException failure) => failure.GetType() == typeof(IOException);
}
