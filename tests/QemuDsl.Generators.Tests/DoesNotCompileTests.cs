using System.Globalization;

namespace QemuDsl.Generators.Tests;

/// <summary>The promises of the type system: each mistake with the error the compiler gives.</summary>
public sealed class DoesNotCompileTests
{
    private const string Usings = """
        using QemuDsl;
        using QemuDsl.Chardevs;
        using QemuDsl.Cpus;
        using QemuDsl.Devices;
        using QemuDsl.Netdevs;

        """;

    [Theory]
    [InlineData("new VirtioNetPci { Netdev = new NullChardev() }", "CS0029", "'QemuDsl.Chardevs.NullChardev' to 'QemuDsl.INetdev'")]
    [InlineData("Qemu.Pc().AddVirtioNetPci(new NullChardev())", "CS1503", "'QemuDsl.Chardevs.NullChardev' to 'QemuDsl.INetdev'")]
    [InlineData("new VirtioNetPci { Mac = \"52:54:00:00:00:01\" }", "CS9035", "'VirtioNet.Netdev'")]
    [InlineData("new IsaSerial { Chardev = new UserNetdev() }", "CS0029", "'QemuDsl.Netdevs.UserNetdev' to 'QemuDsl.IChardev'")]
    [InlineData("new IsaSerial { Chardev = \"serial0\" }", "CS0029", "'string' to 'QemuDsl.IChardev'")]
    [InlineData("new VirtioNetPci { Netdev = Chardev.ById(\"c\") }", "CS0266", "'QemuDsl.IChardev' to 'QemuDsl.INetdev'")]
    [InlineData("new VirtioNetPci { Netdev = default }", "CS8625", "null")]
    [InlineData("Qemu.Pc().AddVirtioNetPci()", "CS1501", "'AddVirtioNetPci'")]
    [InlineData("Qemu.Pc().AddIdeHd()", "CS1501", "'AddIdeHd'")]
    [InlineData("Qemu.Pc().AddIdeHd(new UserNetdev())", "CS1503", "'QemuDsl.Netdevs.UserNetdev' to 'QemuDsl.IBlockBackend'")]
    [InlineData("new IsaSerial { Chardev = new NullChardev() }.Chardev = new NullChardev()", "CS8852", "'IsaSerial.Chardev'")]
    [InlineData("Qemu.Pc().AddIsaSerial()", "CS7036", "'chardev'")]
    [InlineData("Qemu.Pc().AddIsaSerial(null)", "CS8625", "null")]
    [InlineData("new IsaSerial { Chardev = null }", "CS8625", "null")]
    [InlineData("Qemu.Virt().AddIsaSerial(new NullChardev())", "CS0311", "'QemuDsl.Machines.Virt'", "'QemuDsl.IHasIsaBus'")]
    [InlineData("Qemu.Microvm().AddVirtioNetPci(new UserNetdev())", "CS0311", "'QemuDsl.Machines.Microvm'", "'QemuDsl.IHasPciBus'")]
    [InlineData("Qemu.Microvm().AddVirtioNetPci(new UserNetdev(), mac: \"52:54:00:00:00:01\")", "CS0311", "'QemuDsl.Machines.Microvm'", "'QemuDsl.IHasPciBus'")]
    [InlineData("Qemu.Microvm().AddIdeHd(new QemuDsl.Blockdevs.NullCoBlockdev())", "CS0311", "'QemuDsl.Machines.Microvm'", "'QemuDsl.IHasIdeBus'")]
    [InlineData("Qemu.Pc().AddPcieRootPort()", "CS0311", "'QemuDsl.Machines.Pc'", "'QemuDsl.IHasPcieBus'")]
    [InlineData("Qemu.Pc().AddVirtioRngDevice()", "CS0311", "'QemuDsl.Machines.Pc'", "'QemuDsl.IHasVirtioMmioBus'")]
    [InlineData("Qemu.Virt().AddIntelIommu()", "CS0311", "'QemuDsl.Machines.Virt'", "'QemuDsl.IX86Machine'")]
    [InlineData("Qemu.Virt().Add(new X86Cpu { Model = X86CpuModel.Max })", "CS0311", "'QemuDsl.Machines.Virt'", "'QemuDsl.IX86Machine'")]
    [InlineData("Qemu.Pc().AddUsbTablet()", "CS7036", "'bus'")]
    [InlineData("Qemu.Pc().AddUsbTablet(new VirtioSerialPci())", "CS1503", "'QemuDsl.Devices.VirtioSerialPci' to 'QemuDsl.IUsbBus'")]
    [InlineData("Qemu.Pc().AddVirtconsole(new NullChardev())", "CS7036", "'bus'")]
    [InlineData("Qemu.Pc().AddScsiHd(new QemuDsl.Blockdevs.NullCoBlockdev())", "CS7036", "'bus'")]
    [InlineData("Qemu.Virt().AddIdeHd(new QemuDsl.Blockdevs.NullCoBlockdev(), new QemuXhci())", "CS1503", "'QemuDsl.Devices.QemuXhci'")]
    [InlineData("Qemu.Microvm().Add(new VirtioNetPci { Netdev = new UserNetdev() })", "CS0311", "'QemuDsl.Machines.Microvm'", "'QemuDsl.IHasPciBus'")]
    [InlineData("Qemu.Pc().Add(new PcieRootPort { Chassis = 1 })", "CS0311", "'QemuDsl.Machines.Pc'", "'QemuDsl.IHasPcieBus'")]
    [InlineData("Qemu.Pc().Add(new ArmCpu { Model = ArmCpuModel.Max })", "CS0311", "'QemuDsl.Machines.Pc'", "'QemuDsl.IArmMachine'")]
    [InlineData("(QemuCommand<QemuDsl.Machines.Pc>)Qemu.Virt()", "CS0030", "'QemuDsl.QemuCommand<QemuDsl.Machines.Virt>'")]
    [InlineData("new UsbTablet()", "CS9035", "'UsbTablet.UsbBus'")]
    [InlineData("new UsbTablet { UsbBus = new VirtioSerialPci() }", "CS0029", "'QemuDsl.IUsbBus'")]
    [InlineData("Qemu.Pc().Add((IOption)new IsaDebugExit())", "CS1503", "'QemuDsl.IOption'")]
    [InlineData("Qemu.Virt().Add(new IsaDebugExit())", "CS0311", "'QemuDsl.Machines.Virt'", "'QemuDsl.IHasIsaBus'")]
    public void A_mistake_does_not_compile(string expression, string id, params string[] words)
    {
        var (_, found) = Harness.Generate($"{Usings}class Snippet {{ object Mistake() => {expression}; }}");

        var diagnostic = Assert.Single(found, diagnostic => diagnostic.Id == id);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Qemu.Pc().AddVirtioNetPci(new UserNetdev())")]
    [InlineData("Qemu.Pc().AddIsaSerial(new NullChardev())")]
    [InlineData("Qemu.Virt().AddVirtioNetDevice(new UserNetdev())")]
    [InlineData("Qemu.Microvm().AddVirtioNetPci(new UserNetdev(), new PciBridge { ChassisNr = 1 })")]
    [InlineData("Qemu.Pc().Add(new X86Cpu { Model = X86CpuModel.Max })")]
    [InlineData("Qemu.Pc().AddUsbTablet(new QemuXhci())")]
    [InlineData("Qemu.Pc().AddIdeHd(new QemuDsl.Blockdevs.NullCoBlockdev())")]
    [InlineData("Qemu.Virt().AddIdeHd(new QemuDsl.Blockdevs.NullCoBlockdev(), new Ahci())")]
    [InlineData("Qemu.MicrovmPcie().AddVirtioNetPci(new UserNetdev())")]
    [InlineData("Qemu.Pc().AddVirtioNetPci(Netdev.ById(\"net0\"))")]
    [InlineData("new VirtioNetPci { Netdev = new UserNetdev() } with { Mac = \"52:54:00:00:00:01\" }")]
    [InlineData("new VirtioNetPci { Netdev = new VhostUserNetdev { Chardev = new SocketChardev { Path = \"/run/sock\" } } }")]
    public void What_is_right_compiles_without_a_warning(string expression)
    {
        var (_, found) = Harness.Generate($"{Usings}class Snippet {{ object Right() => {expression}; }}");

        Assert.Empty(found);
    }
}
