using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Capabilities;

/// <summary>A command held against what a program has.</summary>
public sealed class CapabilityCheckTests
{
    private static readonly QemuCapabilities Small = new()
    {
        Program = "/opt/qemu",
        Version = new QemuVersion(8, 2),
        Target = "x86_64",
        Machines = [new QemuMachineType("pc-q35-8.2", "q35", 288, true, false, true)],
        DeviceTypes = new HashSet<string> { "virtio-net-pci", "virtio-blk-pci", "e1000", "ich9-ahci" },
        CpuModels = [new QemuCpuModel("max", [], false), new QemuCpuModel("Skylake-Client", [], false)],
        Accelerators = new HashSet<string> { "tcg" },
    };

    [Theory]
    [InlineData("-device", "virtio-nett-pci,netdev=n", "Did you mean 'virtio-net-pci'?")]
    [InlineData("-device", """{"driver": "e100", "id": "n"}""", "Did you mean 'e1000'?")]
    [InlineData("-device", "vmxnet3", "'/opt/qemu -device help' lists what there is.")]
    [InlineData("-machine", "q36,usb=off", "Did you mean 'q35'?")]
    [InlineData("-M", "type=pc", "'/opt/qemu -machine help' lists what there is.")]
    [InlineData("-cpu", "Skylake-Cliemt,+avx", "Did you mean 'Skylake-Client'?")]
    [InlineData("-accel", "kvm", "'/opt/qemu -accel help' lists what there is.")]
    public void What_the_program_does_not_have_is_found(string option, string value, string remedy)
    {
        var finding = Assert.Single(Small.Check(new RawCommand("qemu", [option, value])));

        Assert.Equal("QDV0018", finding.Id);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(option == "-M" ? "-machine" : option, finding.Option);
        Assert.Equal(remedy, finding.Remedy);
        Assert.EndsWith("of /opt/qemu, which is QEMU 8.2.0 for x86_64", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-device", "virtio-net-pci")]
    [InlineData("-device", "virtio-net")]
    [InlineData("-device", "ahci,id=sata")]
    [InlineData("-device", "driver=e1000")]
    [InlineData("-machine", "pc-q35-8.2")]
    [InlineData("-machine", "usb=off")]
    [InlineData("-cpu", "max,-avx")]
    [InlineData("-cpu", "help")]
    [InlineData("-accel", "tcg,thread=single")]
    [InlineData("-name", "-device")]
    public void What_it_has_is_not(string option, string value) => Assert.Empty(Small.Check(new RawCommand("qemu", [option, value])));

    [Fact]
    public void Accelerator_with_another_one_behind_it_is_a_warning() => Assert.Equal(
        Severity.Warning, Assert.Single(Small.Check(new RawCommand("qemu", ["-accel", "kvm", "-accel", "tcg"]))).Severity);

    [Fact]
    public void Target_that_does_not_tell_its_CPU_models_has_them_all() =>
        Assert.Empty((Small with { CpuModels = [] }).Check(new RawCommand("qemu", ["-cpu", "anything"])));

    [Fact]
    public async Task Real_QEMU_takes_what_was_not_found_and_refuses_what_was()
    {
        await using var host = new TestHost();
        var capabilities = await host.Host.GetCapabilitiesAsync(
            Tools.Qemu("x86_64"), new CapabilityOptions { CacheDirectory = host.File("cache") }, TestContext.Current.CancellationToken);
        var good = TestHost.Empty("-device", "virtio-rng", "-cpu", "qemu64");
        var bad = TestHost.Empty("-device", "virtio-rgn");

        Assert.Empty(capabilities.Check(good));
        Assert.Equal("virtio-rgn", Assert.Single(capabilities.Check(bad)).Value);
        await using var vm = await host.StartAsync(good);
        await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(bad));
    }

    [Theory]
    [InlineData("virtio-net-pic", "virtio-net-pci")]
    [InlineData("q35", "q35")]
    [InlineData("", null)]
    [InlineData("zzzzzz", null)]
    public void Nearest_name_is_near(string name, string? nearest) =>
        Assert.Equal(nearest, Nearest.To(name, ["virtio-net-pci", "virtio-blk-pci", "q35"]));
}
