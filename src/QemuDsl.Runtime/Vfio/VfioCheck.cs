using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Looks, before a VM is started, whether the host's devices can be handed to it. QEMU names one reason at a time, and no remedy.</summary>
internal static class VfioCheck
{
    /// <exception cref="HostException">They cannot.</exception>
    public static async Task RunAsync(IVmHost host, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = CommandLineOption.Read(arguments);
        var addresses = options
            .Where(static option => option.Name == "-device" && option.Key("driver") == "vfio-pci")
            .Select(static option => PciBdf.TryParse(option.Key("host"), null, out var address) ? address : default(PciBdf?))
            .OfType<PciBdf>()
            .ToList();
        if (addresses.Count > 0)
        {
            await RequireAsync(host, addresses, MemoryDemand.GuestMemory(options), "", cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task RequireAsync(
        IVmHost host, IEnumerable<PciBdf> addresses, ByteSize? memory, string root, CancellationToken cancellationToken)
    {
        var facts = await VfioReader.ReadAsync(host, addresses, root, cancellationToken).ConfigureAwait(false);
        List<string> problems =
        [
            .. facts.Absent.Select(static address =>
                $"{address} does not exist. 'lspci -D' lists the devices; virtual functions come with 'echo N > .../sriov_numvfs'."),
            .. facts.Devices.SelectMany(device => Problems(device, facts.HasDriver)),
            .. MemoryProblems(facts.LockedMemory, memory),
        ];
        if (problems.Count > 0)
        {
            throw new HostException(host.Name, $"its PCI devices cannot be handed to the VM:\n  {string.Join("\n  ", problems)}");
        }
    }

    private static IEnumerable<string> Problems(VfioDevice device, bool hasDriver)
    {
        if (device.Group is null)
        {
            yield return $"{device.Address} has no IOMMU group: the IOMMU is missing or off. Switch it on in the firmware (VT-d, AMD-Vi, SMMU) "
                + "and on the kernel's command line (intel_iommu=on).";
        }

        if (!hasDriver)
        {
            yield return $"{device.Address} needs the driver vfio-pci, which is not loaded. As root: modprobe vfio-pci";
        }
        else if (device.Driver != "vfio-pci")
        {
            var bound = device.Driver is { } driver ? $"bound to '{driver}'" : "bound to no driver";
            yield return $"{device.Address} is {bound}, not to vfio-pci. {nameof(VfioBinding)}.{nameof(VfioBinding.AcquireAsync)} binds it for a "
                + $"while; for good, as root: driverctl set-override {device.Address} vfio-pci";
        }

        if (device.InTheWay.Count > 0)
        {
            var others = string.Join(", ", device.InTheWay.Select(static other => $"{other.Address} ('{other.Driver}')"));
            yield return $"{device.Address} shares IOMMU group {device.Group} with {others}. Bind these to vfio-pci too, or unbind them.";
        }

        // The kernel makes the node once a device of the group is bound.
        if (device is { Driver: "vfio-pci", Group: { } group, IsAccessible: false })
        {
            yield return $"{device.Address}: /dev/vfio/{group} cannot be opened by the user QEMU runs as. As root: chown USER /dev/vfio/{group}";
        }
    }

    private static IEnumerable<string> MemoryProblems(long limit, ByteSize? memory)
    {
        if (memory is { } size && limit < size.Bytes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"VFIO locks the guest's {size} in memory, and RLIMIT_MEMLOCK is {limit} bytes. Give the user 'memlock unlimited' in "
                + $"/etc/security/limits.conf (systemd: LimitMEMLOCK=infinity).");
        }
    }
}
