namespace QemuDsl.Runtime;

/// <summary>Chooses where run directories go.</summary>
internal static class RunRoots
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Create(string? chosen)
    {
        foreach (var candidate in chosen is null ? Candidates() : [chosen])
        {
            if (TryCreate(candidate, chosen is not null))
            {
                return candidate;
            }
        }

        throw new IOException("no directory for running VMs can be made");
    }

    /// <summary>Makes a directory of the owner's alone.</summary>
    public static void Make(string path) => Directory.CreateDirectory(path, OwnerOnly);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
        {
            yield return Path.Combine(runtime, "qemu-dsl");
        }

        yield return "/run/qemu-dsl";

        // Root can use a directory that another user made there first, and its owner could put others in the place of what is in it.
        if (Environment.IsPrivilegedProcess)
        {
            yield break;
        }

        yield return Path.Combine(Path.GetTempPath(), $"qemu-dsl-{Environment.UserName}");
    }

    // In a directory that others can write, one of this name may be a trap of theirs: it must be ours alone.
    private static bool TryCreate(string path, bool mustWork)
    {
        try
        {
            var directory = Directory.CreateDirectory(path, OwnerOnly);
            if ((directory.UnixFileMode & ~OwnerOnly) != 0 || directory.LinkTarget is not null)
            {
                return mustWork ? throw new IOException($"{path} is open to other users; run 'chmod 700 {path}' or choose another") : false;
            }

            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            Make(probe);
            Directory.Delete(probe);
            return true;
        }
        catch (Exception failure) when (!mustWork && failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
