namespace QemuDsl.Runtime.Tests;

public sealed class ConsoleChoiceTests
{
    [Theory]
    [InlineData("Added")]
    [InlineData("Added", "-display", "none")]
    [InlineData("Added", "-nodefaults", "-nographic")]
    [InlineData("Added", "-monitor", "stdio")]
    [InlineData("Added", "-chardev", "stdio,id=c", "-device", "virtio-serial-pci")]
    [InlineData("Added", "-append", "console=ttyS0 -serial")]
    [InlineData("StandardOutput", "-nographic")]
    [InlineData("StandardOutput", "--nographic", "-m", "1G")]
    [InlineData("StandardOutput", "-nodefaults", "-serial", "mon:stdio")]
    [InlineData("StandardOutput", "-serial", "stdio", "-serial", "null")]
    [InlineData("StandardOutput", "-chardev", "stdio,id=c,signal=off", "-serial", "chardev:c")]
    [InlineData("StandardOutput", "-device", "isa-serial,chardev=c", "-chardev", "stdio,id=c")]
    [InlineData("StandardOutput", "-device", "{\"driver\":\"isa-serial\",\"chardev\":\"c\"}", "-chardev", "backend=stdio,id=c")]
    [InlineData("Elsewhere", "-serial", "file:log")]
    [InlineData("Elsewhere", "-nographic", "-serial", "none")]
    [InlineData("Elsewhere", "-serial", "null", "-serial", "stdio")]
    [InlineData("Elsewhere", "-device", "isa-serial,chardev=c", "-chardev", "file,id=c,path=stdio")]
    [InlineData("Elsewhere", "-device", "pci-serial")]
    [InlineData("Elsewhere", "-device", "{\"driver\":\"virtconsole\"}")]
    public void Console_is_where_the_command_sends_it(string choice, params string[] arguments) =>
        Assert.Equal(choice, ConsoleChoices.Of(arguments).Choice.ToString());
}
