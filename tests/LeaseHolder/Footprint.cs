using System.Globalization;

namespace LeaseHolder;

/// <summary>What this process holds.</summary>
internal static class Footprint
{
    private const int Patience = 100;

    /// <summary>Resident memory once everything that is not needed has been collected.</summary>
    public static long Kibibytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Resident();
    }

    /// <summary>Resident memory as it is.</summary>
    public static long Resident() => long.Parse(
        File.ReadLines("/proc/self/status").Single(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>
    /// Open descriptors, once they are no more than expected or, after a while, as they are: threads that read a pipe to its end close it a
    /// moment later.
    /// </summary>
    public static async Task<int> DescriptorsAsync(int expected)
    {
        var (least, since) = (int.MaxValue, 0);
        for (var look = 0; look < Patience && since < Patience / 5; look++, since++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var now = Directory.GetFileSystemEntries("/proc/self/fd").Length;
            (least, since) = now < least ? (now, 0) : (least, since);
            if (least <= expected)
            {
                break;
            }

            await Task.Delay(10);
        }

        return least;
    }
}
