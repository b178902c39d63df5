using System.Globalization;

namespace LeaseHolder;

/// <summary>What this process holds.</summary>
internal static class Footprint
{
    private const int Patience = 1000;
    private const int Calm = 20;

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
    /// Open descriptors, but for those of code that was loaded, once they are no more than expected, or as they are after a while: threads
    /// that read a pipe to its end close it a moment later.
    /// </summary>
    public static async Task<int> DescriptorsAsync(int expected)
    {
        var least = int.MaxValue;
        for (var look = 0; look < (expected > 0 ? Patience : Calm) && least > expected; look++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            least = Math.Min(least, Open());
            await Task.Delay(10);
        }

        return least;
    }

    private static int Open() => Directory.EnumerateFileSystemEntries("/proc/self/fd")
        .Count(static link => new FileInfo(link).LinkTarget is { } target && !target.EndsWith(".dll", StringComparison.Ordinal));
}
