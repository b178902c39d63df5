using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A control group with little memory; without the right to make one the test is skipped, on CI failed.</summary>
internal sealed class MemoryGroup : IAsyncDisposable
{
    private readonly string _folder;

    private MemoryGroup(string folder) => _folder = folder;

    /// <summary>Whoever writes the number of a process there puts it into the group.</summary>
    public string Processes => Path.Combine(_folder, "cgroup.procs");

    public static MemoryGroup Require(string limit)
    {
        var name = $"qdsl-{Guid.NewGuid():N}";
        try
        {
            var old = Directory.Exists("/sys/fs/cgroup/memory");
            var folder = Directory.CreateDirectory(Path.Combine(old ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup", name)).FullName;
            File.WriteAllText(Path.Combine(folder, old ? "memory.limit_in_bytes" : "memory.max"), limit);
            return new MemoryGroup(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Missing.Report($"a control group with a limit of memory cannot be made: {failure.Message}");
            throw;
        }
    }

    // A control group goes with rmdir, since its files cannot be removed, once the last of its processes has gone.
    public async ValueTask DisposeAsync()
    {
        await Eventually.TrueAsync(() => File.ReadAllText(Processes).Length == 0, "nobody is in the control group");
        Directory.Delete(_folder);
    }
}
