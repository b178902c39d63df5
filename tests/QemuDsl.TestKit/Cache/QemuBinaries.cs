namespace QemuDsl.TestKit;

/// <summary>The QEMUs of this machine: the installed one, and the newer one that <c>eng/qemu-10.sh</c> unpacks beside it.</summary>
public static class QemuBinaries
{
    /// <summary>Name of the QEMU found on PATH.</summary>
    public const string Installed = "installed";

    /// <summary>Name of the unpacked QEMU 10.0, which only has x86_64.</summary>
    public const string Unpacked = "10.0";

    /// <summary>All that are there, the installed one first.</summary>
    public static IReadOnlyList<QemuBinary> All(string target) =>
        [.. from candidate in Candidates(target) where candidate.Path is not null select new QemuBinary(candidate.Name, candidate.Path)];

    /// <summary>The one of that name; without it the test is skipped, on CI failed.</summary>
    public static QemuBinary Require(string name, string target)
    {
        var binary = All(target).FirstOrDefault(candidate => candidate.Name == name);
        if (binary is null)
        {
            Missing.Report($"QEMU '{name}' for {target} is not on this machine: run eng/install.sh and eng/qemu-10.sh");
        }

        return binary;
    }

    private static IEnumerable<(string Name, string? Path)> Candidates(string target)
    {
        yield return (Installed, Tools.Find($"qemu-system-{target}"));
        var unpacked = Path.Combine(CacheFolder.FullPath, "qemu-10", "bin", $"qemu-system-{target}");
        yield return (Unpacked, File.Exists(unpacked) ? unpacked : null);
    }
}
