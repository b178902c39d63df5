using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Writes down the VMs of a test project, for its test program or the test run to have them started.</summary>
public sealed class WriteVmPlan : ItemsTask
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder the plan goes into, such as that of the test program.</summary>
    [Required]
    public string Folder { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var items = Items();
        FailStrays(items);
        var orders = Vms.Select(item => Checked(items, item)).OfType<VmOrder>().ToList();
        if (Log.HasLoggedErrors)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        var session = Path.Combine(Path.GetDirectoryName(typeof(WriteVmPlan).Assembly.Location)!, "QemuDsl.MSBuild.Session.dll");
        await WriteAsync("qemu-vms.plan.json", new VmPlan { Vms = orders }.ToJson(), cancellationToken).ConfigureAwait(false);
        await WriteAsync("qemu-vms.session", System.Text.Encoding.UTF8.GetBytes(session), cancellationToken).ConfigureAwait(false);
    }

    // What can be told without the profile is told by the build, at the item.
    private VmOrder? Checked(VmItems items, ITaskItem item)
    {
        if (Order(items, item) is not { } written)
        {
            return null;
        }

        var order = items.Placed(written, item);
        try
        {
            order.ReadHost();
            order.ReadOptions();
            return order;
        }
        catch (AutomationException wrong)
        {
            Fail(wrong, order);
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
