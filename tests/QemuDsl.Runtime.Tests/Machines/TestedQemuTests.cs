using System.Globalization;

namespace QemuDsl.Runtime.Tests;

/// <summary>A run of these tests that is to be with another QEMU is with that one.</summary>
public sealed class TestedQemuTests
{
    [Fact]
    public async Task QEMU_is_the_one_that_is_to_be_tested()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        var major = Environment.GetEnvironmentVariable("QEMU_DSL_TESTED_QEMU") is { } wanted
            ? int.Parse(wanted, CultureInfo.InvariantCulture)
            : vm.Qmp.Version!.Value.Major;

        Assert.Equal(major, vm.Qmp.Version!.Value.Major);
    }
}
