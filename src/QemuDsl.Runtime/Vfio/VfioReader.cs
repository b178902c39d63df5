namespace QemuDsl.Runtime;

/// <summary>What a host's <c>/sys</c>, <c>/proc</c> and <c>/dev</c> say of devices for VFIO.</summary>
internal sealed record VfioReader
{
    private const int CapIpcLock = 14;

    // Those that leave the devices behind them alone (vfio.rst, "bridges"; pci-stub is there to keep others away).
    private static readonly string[] Harmless = ["-", "vfio-pci", "pci-stub", "pcieport"];

    /// <summary>Whether the host has the driver.</summary>
    public required bool HasDriver { get; init; }

    public required IReadOnlyList<VfioDevice> Devices { get; init; }

    public required IReadOnlyList<string> Absent { get; init; }

    /// <summary>How many bytes a process started there may lock.</summary>
    public required long LockedMemory { get; init; }

    public static async Task<VfioReader> ReadAsync(
        IVmHost host, IEnumerable<PciBdf> addresses, string root, CancellationToken cancellationToken)
    {
        string status = $"{root}/proc/self/status", limits = $"{root}/proc/self/limits";
        var names = addresses.Distinct().Select(static address => address.ToString());
        var looking = HostShell.RunAsync(host, "read-vfio.sh", [root, .. names], cancellationToken);
        var reading = HostFiles.ReadAsync(host, [status, limits], cancellationToken);
        await Task.WhenAll(looking, reading).ConfigureAwait(false);
        var files = await reading.ConfigureAwait(false);
        var lines = (await looking.ConfigureAwait(false)).Output.Split('\n').Select(static line => line.Split(' ')).ToList();
        return new VfioReader
        {
            HasDriver = lines.Any(static line => line is ["loaded"]),
            Devices = [.. lines.Where(static line => line is ["device", _, _, _]).Select(line => DeviceOf(line, lines))],
            Absent = [.. lines.Where(static line => line is ["absent", _]).Select(static line => line[1])],
            LockedMemory = ProcText.HasCapability(files.Text(status), CapIpcLock)
                ? long.MaxValue
                : ProcText.SoftLimit(files.Text(limits), "Max locked memory"),
        };
    }

    private static VfioDevice DeviceOf(string[] device, IReadOnlyList<string[]> lines)
    {
        var group = Some(device[3]);
        return new VfioDevice(device[1])
        {
            Driver = Some(device[2]),
            Group = group,
            IsAccessible = lines.Any(line => line is ["group", var name, "yes"] && name == group),
            InTheWay =
            [
                .. lines.Where(line => line is ["member", var name, var address, var driver]
                        && name == group && address != device[1] && !Harmless.Contains(driver))
                    .Select(static line => new VfioDevice(line[2]) { Driver = line[3], Group = line[1] }),
            ],
        };
    }

    private static string? Some(string text) => text == "-" ? null : text;
}
