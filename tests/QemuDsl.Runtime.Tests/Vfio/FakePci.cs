using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests.Vfio;

/// <summary>A <c>/sys</c> with PCI devices, as the kernel arranges them: directories and links.</summary>
internal static class FakePci
{
    /// <summary>A host with the driver, and a user that may lock so much.</summary>
    public static FakeTree Host(string locked = "unlimited", string capabilities = "0000000000000000") => new FakeTree()
        .Write("/sys/bus/pci/drivers/vfio-pci/new_id", "")
        .Write("/proc/self/status", $"Name:\tsh\nCapEff:\t{capabilities}")
        .Write("/proc/self/limits", $"Limit                     Soft Limit           Hard Limit           Units\nMax locked memory         {locked}              unlimited            bytes");

    public static FakeTree Device(this FakeTree tree, string address, string? driver, string? group)
    {
        var device = $"/sys/devices/pci0000:00/{address}";
        tree.Write($"{device}/class", "0x020000").Link($"/sys/bus/pci/devices/{address}", $"../../../devices/pci0000:00/{address}");
        if (driver is not null)
        {
            tree.Link($"{device}/driver", $"../../../bus/pci/drivers/{driver}");
        }

        if (group is not null)
        {
            tree.Link($"{device}/iommu_group", $"../../../kernel/iommu_groups/{group}")
                .Link($"/sys/kernel/iommu_groups/{group}/devices/{address}", $"../../../../devices/pci0000:00/{address}");
        }

        return tree;
    }

    /// <summary>The node that the kernel makes when a device of the group is bound to vfio-pci.</summary>
    public static FakeTree Node(this FakeTree tree, string group) => tree.Write($"/dev/vfio/{group}", "");
}
