using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ScreenshotTests
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Screen_is_a_PNG(string qemu)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-device", "VGA") with { Program = QemuBinaries.Require(qemu, "x86_64").Path });

        var png = await vm.ScreenshotAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Signature, png[..8]);
        Assert.Equal("IHDR"u8, png.AsSpan(12, 4));
    }

    [Fact]
    public async Task Screens_taken_at_once_do_not_mix()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-device", "VGA"), new VmOptions { StartPaused = true });

        var screens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => vm.ScreenshotAsync(TestContext.Current.CancellationToken)));

        Assert.All(screens, screen => Assert.Equal(screens[0], screen));
    }

    [Fact]
    public async Task File_is_replaced_and_nothing_else_is_left()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-device", "VGA"));
        var folder = Directory.CreateDirectory(host.File("shots")).FullName;
        var path = Path.Combine(folder, "screen.png");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);

        await vm.ScreenshotAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal([path], Directory.GetFiles(folder));
        Assert.Equal(Signature, (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..8]);
    }

    [Fact]
    public async Task VM_without_a_display_says_what_to_add()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        var failure = await Assert.ThrowsAsync<ScreenshotException>(() => vm.ScreenshotAsync(host.File("no.png"), TestContext.Current.CancellationToken));

        Assert.Contains("add a display device, such as VGA", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(host.File("no.png")));
    }

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Full_disk_is_an_error_and_no_half_picture(string qemu)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-device", "VGA") with { Program = QemuBinaries.Require(qemu, "x86_64").Path });
        await using var disk = await SmallDisk.MountAsync(host.File("small"));
        await File.WriteAllBytesAsync(host.File("small/most"), new byte[60 * 1024], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(
            () => File.WriteAllBytesAsync(host.File("small/rest"), new byte[8 * 1024], TestContext.Current.CancellationToken));
        File.CreateSymbolicLink(Path.Combine(vm.RunDirectory, "screen.png"), host.File("small/screen.png"));

        await Assert.ThrowsAsync<ScreenshotException>(() => vm.ScreenshotAsync(TestContext.Current.CancellationToken));
    }
}
