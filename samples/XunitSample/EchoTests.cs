using QemuDsl.Blockdevs;
using QemuDsl.Runtime;
using QemuDsl.Xunit;
using Xunit;

namespace XunitSample;

/// <summary>Boots the guest once for all tests of a class.</summary>
public sealed class EchoFixture : VmFixture<EchoVm>
{
    protected override EchoVm CreateProfile()
    {
        var image = Path.Combine(AppContext.BaseDirectory, "echo.img");
        EchoVm.WriteImage(image);
        return new EchoVm { Disk = new() { Drive = new Drive { File = image, Format = "raw", ReadOnly = false, Snapshot = true } } };
    }
}

/// <summary>A failing test shows what the guest wrote; the VM is gone after the last one, whatever happens.</summary>
public sealed class EchoTests(EchoFixture echo) : VmTests<EchoFixture>(echo), IClassFixture<EchoFixture>
{
    [VmFact]
    public void Guest_says_hello() => Assert.Contains("hello", Vm.Serial.Text);

    [VmTheory]
    [InlineData("one")]
    [InlineData("two")]
    public async Task Guest_repeats_what_is_typed(string word)
    {
        await Vm.Serial.WriteAsync($"<{word}>");
        await Vm.WaitAsync(Boot.UntilSerial($"<{word}>"), TimeSpan.FromSeconds(30));
    }
}
