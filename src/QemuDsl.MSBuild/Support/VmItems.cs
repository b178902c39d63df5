using System.Collections.Frozen;
using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild;

/// <summary>Makes orders of the items of a project.</summary>
/// <param name="scope">What tells VMs of one project and target framework from those of others.</param>
/// <param name="devices">The devices of all VMs, each with the metadata <c>Vm</c>.</param>
/// <param name="defaultAssembly">The assembly of profiles whose items name none.</param>
/// <param name="packageFolders">Where its packages are.</param>
internal sealed class VmItems(string scope, IEnumerable<ITaskItem> devices, string? defaultAssembly, IReadOnlyList<string> packageFolders)
{
    public const string Vm = "Vm";

    /// <summary>Every other metadata is a property of the profile.</summary>
    public static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        nameof(VmOrder.Profile), nameof(VmOrder.ProfileAssembly), nameof(VmOrder.Json), nameof(VmOrder.Arguments), nameof(VmOrder.Machine),
        nameof(VmOrder.ReadyWhen), nameof(VmOrder.ForwardTcp), nameof(VmOrder.Memory), nameof(VmOrder.Host), nameof(VmOrder.Lifetime),
        nameof(VmOrder.Timeout), nameof(VmOrder.GuestAgent), nameof(VmOrder.Accelerator), nameof(VmOrder.Artifacts));

    private readonly ITaskItem[] _devices = [.. devices];

    /// <summary>The order of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="recordFiles">Where its record goes.</param>
    public VmOrder Order(ITaskItem item, IReadOnlyList<string> recordFiles)
    {
        var profile = Text(item, nameof(VmOrder.Profile));
        return new VmOrder
        {
            Name = VmNames.Of(scope, item.ItemSpec),
            Label = item.ItemSpec,
            Profile = profile,
            ProfileAssembly = Path(item, nameof(VmOrder.ProfileAssembly)) ?? defaultAssembly,
            Json = Path(item, nameof(VmOrder.Json)),
            Arguments = Path(item, nameof(VmOrder.Arguments)),
            Machine = Text(item, nameof(VmOrder.Machine)),
            Devices = [.. DevicesOf(item).Select(Device)],
            Properties = Custom(item).Where(static pair => !Known.Contains(pair.Key)).ToDictionary(),
            ReadyWhen = Text(item, nameof(VmOrder.ReadyWhen)),
            ForwardTcp = Text(item, nameof(VmOrder.ForwardTcp)),
            Memory = Text(item, nameof(VmOrder.Memory)),
            Host = Text(item, nameof(VmOrder.Host)),
            Lifetime = Text(item, nameof(VmOrder.Lifetime)),
            Timeout = Text(item, nameof(VmOrder.Timeout)),
            GuestAgent = Text(item, nameof(VmOrder.GuestAgent)),
            Accelerator = Text(item, nameof(VmOrder.Accelerator)),
            Artifacts = Path(item, nameof(VmOrder.Artifacts)),
            RecordFiles = recordFiles,
            ProfileHost = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(VmItems).Assembly.Location)!, "profile-host"),
            DependenciesOf = defaultAssembly,
            PackageFolders = packageFolders,
        };
    }

    /// <summary>The order with the places of its item and devices, for whoever has something to say about it.</summary>
    public VmOrder Placed(VmOrder order, ITaskItem item) => order with
    {
        Places = ItemPlaces.Of(item, ItemPlaces.Vm),
        Devices = [.. DevicesOf(item).Select(static device => Device(device) with { Places = ItemPlaces.Of(device, ItemPlaces.Device) })],
    };

    /// <summary>Devices that belong to none of these VMs.</summary>
    public IEnumerable<ITaskItem> Strays(IReadOnlyCollection<ITaskItem> vms) =>
        _devices.Where(device => !vms.Any(vm => Is(device.GetMetadata(Vm), vm.ItemSpec)));

    private IEnumerable<ITaskItem> DevicesOf(ITaskItem item) => _devices.Where(device => Is(device.GetMetadata(Vm), item.ItemSpec));

    private static VmOrderDevice Device(ITaskItem device) => new(device.ItemSpec, Custom(device).Where(static pair => !Is(pair.Key, Vm)).ToDictionary());

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Text(ITaskItem item, string name) => item.GetMetadata(name) is { Length: > 0 } text ? text.Trim() : null;

    // Relative to the project, which is MSBuild's current directory and not that of the program that reads a plan.
    private static string? Path(ITaskItem item, string name) => Text(item, name) is { } path ? System.IO.Path.GetFullPath(path) : null;

    private static IEnumerable<KeyValuePair<string, string>> Custom(ITaskItem item) =>
        from name in item.CloneCustomMetadata().Keys.Cast<string>()
        let value = item.GetMetadata(name)
        where !IsMSBuilds(name) && value.Length > 0
        select KeyValuePair.Create(name, value);

    private static bool IsMSBuilds(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "OriginalItemSpec", StringComparison.OrdinalIgnoreCase);
}
