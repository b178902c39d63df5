using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ConsoleChoiceTests
{
    private static readonly VmOptions UntilMarker = new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    private const string Com1 = "isa-serial,chardev=c";

    [Theory]
    [InlineData("Added")]
    [InlineData("Added", "-display", "none")]
    [InlineData("Added", "-display", "curses", "-vnc", ":1")]
    [InlineData("Added", "-nodefaults", "-nographic")]
    [InlineData("Added", "-monitor", "stdio")]
    [InlineData("Added", "-chardev", "stdio,id=c", "-device", "virtio-serial-pci")]
    [InlineData("Added", "-append", "-serial", "-nodefaults")]
    [InlineData("Added", "-machine", "microvm")]
    [InlineData("Added", "-device", "pci-serial")]
    [InlineData("Added", "-M", "virt", "-nodefaults", "-device", "pci-serial")]
    [InlineData("Added", "-nodefaults", "-device", "isa-serial,index=1")]
    [InlineData("Added", "-nodefaults", "-device", "isa-serial,iobase=0x2f8,irq=3")]
    [InlineData("Added", "-nographic", "-device", "{\"driver\":\"isa-serial\",\"index\":2}")]
    [InlineData("StandardOutput", "-nographic")]
    [InlineData("StandardOutput", "--nographic", "-m", "1G")]
    [InlineData("StandardOutput", "-nographic", "-device", "pci-serial")]
    [InlineData("StandardOutput", "-nodefaults", "-serial", "mon:stdio")]
    [InlineData("StandardOutput", "-serial", "stdio", "-serial", "null")]
    [InlineData("StandardOutput", "-serial", "none", "-device", Com1, "-chardev", "stdio,id=c")]
    [InlineData("StandardOutput", "-chardev", "stdio,id=c,signal=off", "-serial", "chardev:c")]
    [InlineData("StandardOutput", "-device", Com1, "-chardev", "stdio,id=c")]
    [InlineData("StandardOutput", "-device", "isa-serial,index=1", "-device", Com1, "-chardev", "stdio,id=c")]
    [InlineData("StandardOutput", "-device", "{\"driver\":\"isa-serial\",\"chardev\":\"c\"}", "-chardev", "backend=stdio,id=c")]
    [InlineData("StandardOutput", "-M", "microvm,isa-serial=off", "-device", "virtconsole,chardev=c", "-chardev", "stdio,id=c")]
    [InlineData("Elsewhere", "-serial", "file:log")]
    [InlineData("Elsewhere", "-nographic", "-serial", "none")]
    [InlineData("Elsewhere", "-serial", "null", "-serial", "stdio")]
    [InlineData("Elsewhere", "-device", Com1, "-chardev", "file,id=c,path=stdio")]
    [InlineData("Elsewhere", "-device", "isa-serial,index=1,iobase=0x3f8")]
    [InlineData("Elsewhere", "-nodefaults", "-device", "pci-serial")]
    [InlineData("Elsewhere", "-nodefaults", "-device", "{\"driver\":\"virtconsole\"}")]
    [InlineData("Elsewhere", "-machine", "microvm,isa-serial=off")]
    [InlineData("Elsewhere", "-M", "none")]
    [InlineData("Elsewhere", "-readconfig", "vm.cfg")]
    public void Console_is_where_the_command_sends_it(string choice, params string[] arguments) =>
        Assert.Equal(choice, ConsoleChoices.Of(arguments).Choice.ToString());

    [Theory]
    [InlineData("-serial tcp:host:1,password=*** sends the guest's serial port to where", "-serial", "tcp:host:1,password=hunter2")]
    [InlineData("-device isa-serial,chardev=c sends the guest's serial port to where", "-device", Com1)]
    [InlineData("-serial none leaves the guest without its first serial port", "-serial", "none")]
    [InlineData("-M microvm,isa-serial=off leaves the guest without its first serial port", "-M", "microvm,isa-serial=off")]
    [InlineData("-readconfig vm.cfg may hold a serial port", "-readconfig", "vm.cfg")]
    public void Console_that_is_missing_says_why_and_what_to_do(string why, params string[] arguments)
    {
        var missing = ConsoleChoices.Of(arguments).Missing;

        Assert.StartsWith(why, missing, StringComparison.Ordinal);
        Assert.Contains("'-serial stdio'", missing, StringComparison.Ordinal);
    }

    // What is read above must be what QEMU does: the marker is on COM1, or on the only port of the machine.
    [Theory]
    [InlineData("pc", "-device", "isa-serial,index=1")]
    [InlineData("pc", "-device", "isa-serial,iobase=0x2f8,irq=3")]
    [InlineData("pc", "-serial", "none", "-device", Com1, "-chardev", "stdio,id=c")]
    [InlineData("pc", "-device", "isa-serial,index=1", "-device", "isa-serial,index=0,chardev=c", "-chardev", "stdio,id=c")]
    [InlineData("virt", "-device", "pci-serial")]
    [InlineData("microvm", "-serial", "stdio")]
    public async Task Marker_of_the_first_port_is_read(string machine, params string[] more)
    {
        await using var host = new TestHost();
        var guest = machine switch { "virt" => MarkerGuests.Aarch64(), "microvm" => MarkerGuests.Rom(), _ => MarkerGuests.BootSector() };

        await using var vm = await host.StartAsync(host.Boots(guest, machine, more), UntilMarker);

        Assert.True(vm.HasSerial);
    }

    [Theory]
    [InlineData("-nographic", "-device", "pci-serial")]
    [InlineData("-device", "pci-serial")]
    public async Task Marker_is_read_from_the_port_that_QEMU_has_by_default(params string[] more)
    {
        await using var host = new TestHost();
        var bare = host.Boots(MarkerGuests.BootSector(), "pc", more);
        var command = bare with { Arguments = [.. bare.Arguments.Where(static argument => argument != "-nodefaults")] };

        await using var vm = await host.StartAsync(command, UntilMarker);

        Assert.True(vm.HasSerial);
    }

    [Fact]
    public async Task Port_of_the_user_stays_the_first_one()
    {
        await using var host = new TestHost();
        var log = host.File("com1.log");
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-chardev", $"file,id=c,path={log}", "-device", Com1);

        await using var vm = await host.StartAsync(command);
        await Eventually.TrueAsync(
            () => File.ReadAllText(log).Contains(MarkerGuests.Marker, StringComparison.Ordinal), "the marker is in the user's file");

        Assert.False(vm.HasSerial);
        var failure = Assert.Throws<InvalidOperationException>(() => vm.Serial);
        Assert.Contains("-device isa-serial,chardev=c sends the guest's serial port", failure.Message, StringComparison.Ordinal);
    }
}
