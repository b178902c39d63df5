namespace QemuDsl.TestKit;

/// <summary>Where the scripts in <c>eng/</c> keep what they download and build.</summary>
public static class CacheFolder
{
    /// <summary>Absolute path: QEMU_DSL_CACHE, else <c>qemu-dsl</c> in the user's cache folder.</summary>
    public static string FullPath => Path.GetFullPath(Setting("QEMU_DSL_CACHE") ?? Path.Combine(UserCache, "qemu-dsl"));

    private static string UserCache =>
        Setting("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
