using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Kernels of a host, their modules and their command lines.</summary>
public sealed class KernelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_kernel_that_has_its_modules_is_found()
    {
        await using var folder = new TempDirectory();
        foreach (var version in new[] { "5.9.0-5-amd64", "5.10.0-30-amd64", "5.10.0-4-amd64", "6.1.0-1-amd64" })
        {
            Directory.CreateDirectory(folder.File("boot"));
            await File.WriteAllTextAsync(folder.File($"boot/vmlinuz-{version}"), "", Token);
            Directory.CreateDirectory(folder.File($"lib/modules/{(version[0] == '6' ? "other" : version)}"));
        }

        var kernel = await KernelFiles.FindAsync(new LocalHost(), folder.FullPath, Token);

        Assert.Equal(
            new KernelFiles("5.10.0-30-amd64", folder.File("boot/vmlinuz-5.10.0-30-amd64"), folder.File("lib/modules/5.10.0-30-amd64")), kernel);
    }

    [Fact]
    public async Task Host_without_a_kernel_is_told_with_what_it_has()
    {
        await using var folder = new TempDirectory();
        Directory.CreateDirectory(folder.File("boot"));
        await File.WriteAllTextAsync(folder.File("boot/vmlinuz-1"), "", Token);

        var failure = await Assert.ThrowsAsync<HostException>(() => KernelFiles.FindAsync(new LocalHost(), folder.FullPath, Token));

        Assert.Contains("there are vmlinuz-1 and nothing", failure.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install linux-image-amd64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_come_after_what_they_need()
    {
        var modules = KernelModules.Parse("kernel/a-b.ko.xz: kernel/c.ko kernel/d.ko\nkernel/c.ko: kernel/d.ko\nkernel/d.ko:\n", "kernel/built-in.ko\n");

        Assert.Equal(["kernel/d.ko", "kernel/c.ko", "kernel/a-b.ko.xz"], modules.InOrder(["a_b", "built_in", "c"]));
        Assert.Contains("no module 'x'", Assert.Throws<ArgumentException>(() => modules.InOrder(["x"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vmlinuz-6.1.0-9-amd64", "6.1.0-9-amd64")]
    [InlineData("vmlinux-6.1.0-9-amd64", "6.1.0-9-amd64")]
    [InlineData("bzImage", "6.12.0-rc1+")]
    public async Task Kernel_that_is_named_has_the_modules_of_its_version(string name, string version)
    {
        await using var folder = new TempDirectory();
        var image = new byte[0x300];
        "HdrS"u8.CopyTo(image.AsSpan(0x202));
        image[0x20E] = 0x60;
        "6.12.0-rc1+ (me@here) #1 SMP\0"u8.CopyTo(image.AsSpan(0x260));
        await File.WriteAllBytesAsync(folder.File(name), image, Token);

        var failure = await Assert.ThrowsAsync<HostException>(() => KernelFiles.OfImageAsync(new LocalHost(), folder.File(name), folder.FullPath, Token));
        Assert.Contains($"is kernel {version}, and", failure.Message, StringComparison.Ordinal);

        Directory.CreateDirectory(folder.File($"lib/modules/{version}"));
        await File.WriteAllTextAsync(folder.File($"lib/modules/{version}/modules.dep"), "", Token);
        Assert.Equal(
            new KernelFiles(version, folder.File(name), folder.File($"lib/modules/{version}")),
            await KernelFiles.OfImageAsync(new LocalHost(), folder.File(name), folder.FullPath + "/", Token));
    }

    [Fact]
    public async Task Kernel_that_nothing_tells_the_version_of_is_refused()
    {
        await using var folder = new TempDirectory();
        await File.WriteAllTextAsync(folder.File("kernel"), "MZ", Token);

        Assert.Contains("Name it vmlinuz-VERSION", (await Assert.ThrowsAsync<HostException>(() => KernelFiles.OfImageAsync(new LocalHost(), folder.File("kernel"), "/", Token))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no kernel", (await Assert.ThrowsAsync<HostException>(() => KernelFiles.OfImageAsync(new LocalHost(), folder.File("none"), "/", Token))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", ".gz", null)]
    [InlineData("xz", ".xz", "xz-utils")]
    [InlineData("zstd", ".zst", "zstd")]
    public async Task Modules_are_unpacked_as_distributions_pack_them(string program, string ending, string? package)
    {
        _ = Tools.Require(program);
        await using var folder = new TempDirectory();
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(static number => (byte)(number * 7))];
        var (file, host) = (folder.File("a.ko"), new LocalHost());
        await File.WriteAllBytesAsync(file, content, Token);
        Assert.Equal(content, await ModuleCompression.ReadAsync(host, file, Token));
        Assert.Equal(0, (await host.RunAsync(new HostCommand(program, ["-q", file]), Token)).Code);

        Assert.Equal(content, await ModuleCompression.ReadAsync(host, file + ending, Token));
        Assert.Null(await ModuleCompression.ReadAsync(host, folder.File("b.ko") + ending, Token));

        if (package is not null)
        {
            var failure = await Assert.ThrowsAsync<HostException>(() => ModuleCompression.ReadAsync(new ChangedHost(host) { Missing = program }, file + ending, Token));
            Assert.Contains($"apt-get install {package}", failure.Message, StringComparison.Ordinal);
            await File.WriteAllTextAsync(file + ending, "no archive", Token);
            failure = await Assert.ThrowsAsync<HostException>(() => ModuleCompression.ReadAsync(host, file + ending, Token));
            Assert.Contains("cannot be unpacked", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Kernel_without_a_module_and_busybox_with_libraries_are_told()
    {
        await using var host = new VnfHost();
        var vm = await host.VmAsync(new CommandWorkload("true") { Modules = ["no_such_driver"] });

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.StartAsync(vm, cancellationToken: Token));
        Assert.Contains("no module 'no_such_driver'", failure.Message, StringComparison.Ordinal);

        failure = await Assert.ThrowsAsync<HostException>(() => host.Host.StartAsync(vm with { Busybox = "/bin/sh" }, cancellationToken: Token));
        Assert.Contains("'/bin/sh' needs libraries", failure.Message, StringComparison.Ordinal);
        Assert.Contains("busybox-static", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_keep_their_order_and_blanks_are_quoted() => Assert.Equal(
        "ro console=ttyS0 console=tty0 dyndbg=\"file a.c +p\" quiet",
        KernelCommandLine.Empty.Add("ro").Add("console", "ttyS0").Add("console", "tty0").Add("dyndbg", "file a.c +p").Add(KernelCommandLine.Empty.Add("quiet")).ToArgument());

    [Theory]
    [InlineData("a b", "c")]
    [InlineData("a=b", "c")]
    [InlineData("", "c")]
    [InlineData("a", "b\"c")]
    [InlineData("a", "b\nc")]
    [InlineData("a", "č")]
    public void What_the_kernel_cannot_read_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => KernelCommandLine.Empty.Add(name, value));

    [Fact]
    public void Longer_than_the_kernel_takes_is_refused() => Assert.Contains(
        "2049 characters",
        Assert.Throws<InvalidOperationException>(() => KernelCommandLine.Empty.Add("a", new string('b', 2047)).ToArgument()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Huge_pages_that_leave_the_guest_nothing_are_refused()
    {
        var vm = new KernelVm { Kernel = new KernelFiles("1", "/k", "/m"), Workload = new CommandWorkload("true"), Memory = 1.GiB(), GuestHugePages = 1.GiB() };

        Assert.Contains("leaves the guest's kernel nothing", Assert.Throws<ArgumentException>(() => vm.ToCommand()).Message, StringComparison.Ordinal);
    }
}
