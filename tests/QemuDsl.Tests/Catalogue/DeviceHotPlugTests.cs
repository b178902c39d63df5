using System.Text.RegularExpressions;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>
/// Real QEMU takes every device for a bus that takes devices while the guest runs, and gives it back. PCI devices go when a reset completes that; QEMU
/// 10.0 aborts in a reset that does (<c>resettable_container_child_foreach</c>), so there they stay, and the next sample gets a VM of its own.
/// </summary>
public sealed class DeviceHotPlugTests
{
    private static readonly string[] Sections = ["virtio", "virtio screens", "virtio disks", "shared directories", "storage", "usb", "pci", "board"];

    private const string NotPluggable = "expects a pluggable device type|does not support hotplugging";

    // Why a running VM does not take it, in the words of QEMU or of the check before.
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["Vga"] = NotPluggable,
        ["VirtioGpuPci"] = NotPluggable,
        ["VirtioIommuPci"] = NotPluggable,
        ["Virtio9pPci"] = "-fsdev local: cannot be added to a VM that runs: QMP has no command for it",
        ["VfioPci"] = "no such host device|Could not open",
    };

    // Why it is not taken away again.
    private static readonly Dictionary<string, string> Kept = new()
    {
        ["VirtioMemPci"] = "QEMU 7.2 refuses that; 10.0 wants its memory back first (requested-size).",
        ["QemuXhci"] = "QEMU 7.2 and 10.0 never send DEVICE_DELETED for it, whatever the guest acknowledges.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Devices_of_all_samples_are_plugged_in_and_out(string qemu)
    {
        await using var stage = new Stage();
        await using var rack = new Rack(stage, QemuBinaries.Require(qemu, "x86_64").Path);
        var tried = new HashSet<Type>();
        var trouble = new List<string>();
        foreach (var sample in AllSamples.All.Where(sample => IsTried(sample, qemu)))
        {
            await using var around = new Stage();
            var vm = await rack.VmAsync(Token);
            foreach (var device in (await sample.Build(around)).Options.OfType<IDevice>().Where(Rack.IsHotPluggable))
            {
                tried.Add(device.GetType());
                if (await TryAsync(vm, rack.Take(device), sample) is { } why)
                {
                    trouble.Add($"{sample.Name}: {why}");
                }
            }
        }

        Assert.True(trouble.Count == 0, string.Join(Environment.NewLine, trouble));
        List<Type> missing = qemu == QemuBinaries.Installed ? [.. Rack.HotPluggable.Except(tried)] : [];
        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_refused_is_there() =>
        Assert.All([.. Refused.Keys, .. Kept.Keys], static name => Assert.Contains(Rack.HotPluggable, type => type.Name == name));

    private static bool IsTried(Sample sample, string qemu) =>
        sample.Target == "x86_64" && Sections.Contains(sample.Name.Split(':')[0])
        && !sample.Name.Contains("mmio", StringComparison.Ordinal) && !sample.Name.Contains("TPM", StringComparison.Ordinal)
        && (qemu == QemuBinaries.Installed ? sample.Since <= new QemuVersion(7, 2) : sample.NotUnpacked is null);

    private static async Task<string?> TryAsync(VirtualMachine vm, IDevice device, Sample sample)
    {
        var name = device.GetType().Name;
        try
        {
            await vm.AddAsync(device, Token);
        }
        catch (HotPlugException refused)
        {
            var words = Refused.GetValueOrDefault(name) ?? sample.StopsAt;
            return words is not null && Regex.IsMatch(refused.Message, words) ? null : $"{name}: {refused.Message}";
        }

        if (Refused.ContainsKey(name))
        {
            return $"{name}: QEMU took it";
        }

        if (Kept.ContainsKey(name) || (device is IPciSlotDevice && !Rack.GivesBack(vm)))
        {
            return null;
        }

        try
        {
            await GiveBackAsync(vm, device);
            return null;
        }
        catch (HotPlugException kept)
        {
            return $"{name} is not given back: {kept.Message}";
        }
    }

    // No guest gives a PCI device back, but a reset takes it.
    private static async Task GiveBackAsync(VirtualMachine vm, IDevice device)
    {
        var removing = vm.RemoveAsync(device, TimeSpan.FromSeconds(20), Token);
        while (await Task.WhenAny(removing, Task.Delay(20, Token)) != removing)
        {
            await vm.ResetAsync(Token);
        }

        await removing;
    }
}
