using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Writes down the VMs of a test project, for its test program to have them started.</summary>
public sealed class WriteVmPlan : QemuTask
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The VMs.</summary>
    [Required]
    public ITaskItem[] Vms { get; set; } = [];

    /// <summary>Devices of VMs, each with the metadata <c>Vm</c>.</summary>
    public ITaskItem[] Devices { get; set; } = [];

    /// <summary>The folder of the test program.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>What tells these VMs from those of other projects and target frameworks.</summary>
    [Required]
    public string Scope { get; set; } = "";

    /// <summary>The assembly of profiles whose items name none.</summary>
    public string? DefaultAssembly { get; set; }

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var items = new VmItems(Scope, Devices, DefaultAssembly);
        var orders = Vms.Select(item => Order(items, item)).OfType<VmOrder>().ToList();
        if (Log.HasLoggedErrors)
        {
            return;
        }

        var session = Path.Combine(Path.GetDirectoryName(typeof(WriteVmPlan).Assembly.Location)!, "QemuDsl.MSBuild.Session.dll");
        await WriteAsync("qemu-vms.plan.json", new VmPlan { Vms = orders }.ToJson(), cancellationToken).ConfigureAwait(false);
        await WriteAsync("qemu-vms.session", System.Text.Encoding.UTF8.GetBytes(session), cancellationToken).ConfigureAwait(false);
    }

    // What can be told without the profile is told by the build, at the item.
    private VmOrder? Order(VmItems items, ITaskItem item)
    {
        try
        {
            var order = items.Order(item, [VmFiles.Record(Path.Combine(Folder, "qemu-vms"), item.ItemSpec)]);
            order.ReadHost();
            order.ReadOptions();
            return order;
        }
        catch (AutomationException wrong)
        {
            Fail(wrong, item);
            return null;
        }
    }

    private async Task WriteAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var stream = new FileStream(
            Path.Combine(Folder, name), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }
}
