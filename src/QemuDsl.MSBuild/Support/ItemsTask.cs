using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild;

/// <summary>A task that takes items for what they mean.</summary>
public abstract class ItemsTask : QemuTask
{
    /// <summary>The VMs.</summary>
    [Required]
    public ITaskItem[] Vms { get; set; } = [];

    /// <summary>Devices of these VMs, each with the metadata <c>Vm</c>.</summary>
    public ITaskItem[] Devices { get; set; } = [];

    /// <summary>Where the records go; <c>$(QemuVmDirectory)</c>.</summary>
    [Required]
    public string RecordDirectory { get; set; } = "";

    /// <summary>Where a second copy of the records goes, such as beside the test assembly.</summary>
    public string? CopyDirectory { get; set; }

    /// <summary>What tells these VMs from those of other projects and target frameworks.</summary>
    [Required]
    public string Scope { get; set; } = "";

    /// <summary>The assembly of profiles whose items name none.</summary>
    public string? DefaultAssembly { get; set; }

    /// <summary>Folders with packages that the assemblies of profiles depend on; NuGet's own when left out.</summary>
    public string[] PackageFolders { get; set; } = [];

    private protected VmItems Items() => new(Scope, Devices, DefaultAssembly, PackageFolders);

    private protected string[] FilesOf(ITaskItem item) => CopyDirectory is { Length: > 0 } copies
        ? [VmFiles.Record(RecordDirectory, item.ItemSpec), VmFiles.Record(copies, item.ItemSpec)]
        : [VmFiles.Record(RecordDirectory, item.ItemSpec)];

    /// <summary>The order of an item; null, and an error at the item, when there can be none.</summary>
    private protected VmOrder? Order(VmItems items, ITaskItem item)
    {
        try
        {
            return items.Order(item, FilesOf(item));
        }
        catch (AutomationException wrong)
        {
            Fail(wrong, items.Placed(new VmOrder { Name = item.ItemSpec }, item));
            return null;
        }
    }

    /// <summary>Logs an error at each device that belongs to no VM: a name with a slip would leave it out in silence.</summary>
    private protected void FailStrays(VmItems items)
    {
        foreach (var device in items.Strays(Vms))
        {
            var vm = device.GetMetadata(VmItems.Vm);
            var places = ItemPlaces.Of(device, ItemPlaces.Device);
            Fail(
                TaskCode.Text,
                $"Device {device.ItemSpec}, {VmItems.Vm}: {(vm.Length == 0 ? "is missing" : $"'{vm}' is no VM of this project")}. Name one of: {string.Join(", ", Vms.Select(static one => one.ItemSpec))}.",
                places.GetValueOrDefault(VmItems.Vm) ?? places.GetValueOrDefault(""));
        }
    }
}
