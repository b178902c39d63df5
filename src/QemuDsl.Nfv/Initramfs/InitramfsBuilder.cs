using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Makes the first root of a guest on the host's root: busybox, drivers, and what the guest is to do.</summary>
internal sealed class InitramfsBuilder(IVmHost host, KernelFiles kernel, string? busybox)
{
    private const int LargestBusybox = 16 << 20;

    // What reaches the host's root and the owner; the PCI transport needs both of its halves named in old kernels, which modules.dep tells.
    private static readonly string[] RootModules = ["virtio_pci", "virtio_console", "9pnet_virtio", "9p"];

    private static readonly string[] Applets = ["sh", "mount", "umount", "insmod", "mkdir", "cat", "cp", "sleep", "switch_root"];

    public async Task<byte[]> BuildAsync(GuestPlan plan, CancellationToken cancellationToken)
    {
        var archive = new CpioArchive();
        await AddBusyboxAsync(archive, cancellationToken).ConfigureAwait(false);
        await AddModulesAsync(archive, plan.Workload.Modules, cancellationToken).ConfigureAwait(false);
        archive.AddDirectory("/dev");
        archive.AddDevice("/dev/console", 5, 1);
        archive.AddDirectory("/proc");
        archive.AddDirectory("/root");
        archive.AddDirectory("/sys");
        archive.Add(GuestFile.OfText("/init", GuestPlan.Resource("first-init.sh")).Executable());
        foreach (var file in plan.Files())
        {
            archive.Add(file with { Path = $"/qemu-dsl/guest{file.Path}" });
        }

        return archive.ToBytes();
    }

    private async Task AddBusyboxAsync(CpioArchive archive, CancellationToken cancellationToken)
    {
        var path = busybox ?? await host.FindProgramAsync("busybox", cancellationToken).ConfigureAwait(false);
        var program = path is null ? null : await host.ReadBytesAsync(path, LargestBusybox, cancellationToken).ConfigureAwait(false);
        if (program is null || !ElfProgram.IsStatic(program))
        {
            var what = path is null ? "busybox is missing" : program is null ? $"'{path}' cannot be read" : $"'{path}' needs libraries, which the initramfs has not";
            throw new HostException(host.Name, $"{what}. Install the static one (Debian: apt-get install busybox-static), or name it ({nameof(KernelVm)}.{nameof(KernelVm.Busybox)}).");
        }

        archive.Add(new GuestFile("/bin/busybox", program).Executable());
        foreach (var applet in Applets)
        {
            archive.AddLink($"/bin/{applet}", "busybox");
        }
    }

    private async Task AddModulesAsync(CpioArchive archive, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var modules = await KernelModules.ReadAsync(host, kernel, cancellationToken).ConfigureAwait(false);
        var order = new List<string>();
        foreach (var file in Ordered(modules, [.. RootModules, .. more]))
        {
            var path = file.StartsWith('/') ? file : $"{kernel.Modules}/{file}";
            var module = await ModuleCompression.ReadAsync(host, path, cancellationToken).ConfigureAwait(false)
                ?? throw new HostException(host.Name, $"'{path}' is missing or cannot be read, and modules.dep names it. Install the kernel's package anew, or run depmod.");
            order.Add(KernelModules.NameOf(file) + ".ko");
            archive.Add(new GuestFile($"/qemu-dsl/drivers/{order[^1]}", module));
        }

        archive.Add(GuestFile.OfText("/qemu-dsl/modules", string.Concat(order.Select(static name => name + "\n"))));
    }

    private IReadOnlyList<string> Ordered(KernelModules modules, IEnumerable<string> names)
    {
        try
        {
            return modules.InOrder(names);
        }
        catch (ArgumentException missing)
        {
            throw new HostException(host.Name, $"{missing.Message} It is kernel {kernel.Version} in {kernel.Modules}; kernels made for clouds lack 9p, for example. Take another kernel.", missing);
        }
    }
}
