using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Memory of a VM that may be of huge pages, as its arguments tell.</summary>
/// <param name="Request">How much and where.</param>
/// <param name="Path">Where it is mapped from; null for memfd, which has no path.</param>
internal sealed record MemoryDemand(HugePageRequest Request, string? Path)
{
    public static IReadOnlyList<MemoryDemand> Of(IReadOnlyList<string> arguments)
    {
        var options = CommandLineOption.Read(arguments);
        return
        [
            .. options
                .Select(option => option.Name switch
                {
                    "-object" => OfObject(OptionKeys.Read(option.Value, "qom-type")),
                    "-mem-path" when GuestMemory(options) is { } size => new MemoryDemand(new HugePageRequest(size), option.Value),
                    _ => null,
                })
                .OfType<MemoryDemand>(),
        ];
    }

    /// <summary>What the guest has of it; null when that is said in a way QEMU does not understand either.</summary>
    public static ByteSize? GuestMemory(IReadOnlyList<CommandLineOption> options)
    {
        // A bare number of -m is mebibytes, unlike anywhere else, and 128 of them is what QEMU gives unasked.
        var option = options.LastOrDefault(static option => option.Name == "-m");
        var text = OptionKeys.Read(option?.Value ?? "128", "size")["size"].LastOrDefault();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes)
            ? mebibytes <= long.MaxValue >> 20 ? new ByteSize(mebibytes << 20) : default(ByteSize?)
            : ByteSize.TryParse(text, null, out var size) ? size : default(ByteSize?);
    }

    private static MemoryDemand? OfObject(ILookup<string, string> keys)
    {
        // Who does not reserve counts on pages to come.
        if (!ByteSize.TryParse(keys["size"].LastOrDefault(), null, out var size) || keys["reserve"].LastOrDefault() == "off")
        {
            return null;
        }

        var request = new HugePageRequest(size) { Node = NodeOf(keys) };
        var pageSize = ByteSize.TryParse(keys["hugetlbsize"].LastOrDefault(), null, out var bytes) ? bytes : default(ByteSize?);
        return (keys["qom-type"].FirstOrDefault(), keys["hugetlb"].LastOrDefault()) switch
        {
            ("memory-backend-file", _) when keys["mem-path"].LastOrDefault() is { } path => new MemoryDemand(request, path),
            ("memory-backend-memfd", "on") => new MemoryDemand(request with { PageSize = pageSize }, null),
            _ => null,
        };
    }

    // Bound to several nodes, or only preferred there: any of them will do.
    private static int? NodeOf(ILookup<string, string> keys) =>
        keys["policy"].LastOrDefault() == "bind" && keys["host-nodes"].ToList() is [var only]
        && int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var node) ? node : null;
}
