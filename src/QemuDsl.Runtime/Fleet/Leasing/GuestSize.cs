using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Reads out of a command line how many CPUs and how much memory its guest has.</summary>
internal static class GuestSize
{
    // QEMU's default, in the form of -m: a bare number is mebibytes, unlike anywhere else.
    private const string DefaultMemory = "128";

    // What parts of -smp leave out is 1.
    private static readonly string[] Levels = ["drawers", "books", "sockets", "dies", "clusters", "modules", "cores", "threads"];

    public static VmResources Of(IReadOnlyList<string> arguments)
    {
        var options = CommandLineOption.Read(arguments);
        return new VmResources
        {
            Cpus = Cpus(options.LastOrDefault(static option => option.Name == "-smp")?.Value ?? "1"),
            Memory = Memory(options.LastOrDefault(static option => option.Name == "-m")?.Value ?? DefaultMemory),
        };
    }

    private static int Cpus(string value)
    {
        var keys = OptionKeys.Read(value, "cpus");
        int? Number(string key) => Whole(keys[key].LastOrDefault()) is { } number and <= int.MaxValue ? (int)number : null;
        return Number("cpus") ?? Levels.Aggregate(1, (product, level) => product * Math.Clamp(Number(level) ?? 1, 1, short.MaxValue));
    }

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ByteSize Memory(string value)
    {
        var size = OptionKeys.Read(value, "size")["size"].LastOrDefault() ?? DefaultMemory;
        return Whole(size) is { } mebibytes
            ? new ByteSize(mebibytes <= long.MaxValue >> 20 ? mebibytes << 20 : long.MaxValue)
            : ByteSize.TryParse(size, null, out var bytes) ? bytes : default;
    }
}
