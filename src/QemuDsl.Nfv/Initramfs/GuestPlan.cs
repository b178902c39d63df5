using System.Globalization;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>What a guest on the host's root is to do, as the files its init reads.</summary>
internal sealed record GuestPlan
{
    public required string Nonce { get; init; }

    public required string Hostname { get; init; }

    public required RootCache RootCache { get; init; }

    /// <summary>How many huge pages of 2 MiB the guest's kernel was told to make.</summary>
    public required long HugePages { get; init; }

    public required IReadOnlyList<GuestMount> Mounts { get; init; }

    /// <summary>The interfaces whose names are asked for.</summary>
    public required IReadOnlyList<VnfNic> Nics { get; init; }

    public required WorkloadSetup Workload { get; init; }

    public IEnumerable<GuestFile> Files()
    {
        IEnumerable<GuestMount> mounts = [.. GuestMount.Usual, .. HugePages > 0 ? [GuestMount.HugePages] : Array.Empty<GuestMount>(), .. Mounts];
        yield return File("init", Resource("second-init.sh")).Executable();
        yield return File("lib.sh", Resource("guest-lib.sh"));
        yield return File("nonce", Nonce + "\n");
        yield return File("hostname", Hostname + "\n");
        yield return File("rootcache", RootCache == RootCache.None ? "none\n" : "loose\n");
        yield return File("hugepages", HugePages > 0 ? GuestWords.Number(HugePages) : "");
        yield return File("mounts", string.Concat(mounts.Select(static mount => GuestWords.Line(mount.Type, mount.Source, mount.Options, mount.Target))));
        yield return File("drivers", string.Concat(Workload.Drivers.Select(static pair => $"{pair.Device} {pair.Driver}\n")));
        yield return File("addresses", string.Concat(Workload.Addresses.Select(static pair => $"{pair.Device} {pair.Address}\n")));
        yield return File("interfaces", string.Concat(Nics.Select(static nic => $"{nic.GuestDevice}\n")));
        yield return File("directory", GuestWords.Line(Workload.Directory));
        yield return File("files", string.Concat(Workload.Files.Select(static (file, index) => $"{Name(index)} {GuestWords.Encode(file.Path)}\n")));
        yield return File("words", string.Concat(Workload.Command.Select(static word => GuestWords.Line(word))));
        if (Workload.HasInput)
        {
            yield return File("interactive", "");
        }

        foreach (var (index, file) in Workload.Files.Index())
        {
            yield return file with { Path = $"/{Name(index)}" };
        }
    }

    public static string Resource(string name)
    {
        using var stream = typeof(GuestPlan).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static GuestFile File(string name, string text) => GuestFile.OfText($"/{name}", text);

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"file{index}");
}
