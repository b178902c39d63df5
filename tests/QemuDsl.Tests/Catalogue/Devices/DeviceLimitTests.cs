using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>The limits that records state are QEMU's own.</summary>
public sealed class DeviceLimitTests
{
    private static readonly QemuVersion Strict = new(10, 0);

    public static TheoryData<string, string> Limits =>
        [.. from limit in DeviceLimits.All from qemu in new[] { QemuBinaries.Installed, QemuBinaries.Unpacked } select (limit.Name, qemu)];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Up_to_a_limit_neither_the_check_nor_QEMU_minds(string name, string qemu)
    {
        var binary = QemuBinaries.Require(qemu, "x86_64");
        foreach (var command in Named(name).Within)
        {
            await using var stage = new Stage();
            Assert.Empty(Errors(command));
            await Trial.RunAsync(binary.Path, command, stage);
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Beyond_a_limit_the_check_finds_an_error_and_QEMU_does_not_start(string name, string qemu)
    {
        var binary = QemuBinaries.Require(qemu, "x86_64");
        var limit = Named(name);
        foreach (var command in limit.Without)
        {
            await using var stage = new Stage();
            Assert.NotEmpty(Errors(command));
            if (!limit.PassedBefore || qemu == QemuBinaries.Unpacked)
            {
                await Trial.StopsAtAsync(binary.Path, command, stage, limit.Refusal, mayRun: false);
            }
        }
    }

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Version_of_a_machine_is_given_by_a_raw_option(string qemu)
    {
        var binary = QemuBinaries.Require(qemu, "x86_64");
        await using var stage = new Stage();
        await Trial.RunAsync(binary.Path, Qemu.Q35().AddRaw("-machine", "pc-q35-7.2"), stage);
        await using var other = new Stage();
        await Trial.StopsAtAsync(binary.Path, Qemu.Q35().AddRaw("-machine", "pc-q35-0.1"), other, "unsupported machine type", mayRun: false);
    }

    private static DeviceLimit Named(string name) => DeviceLimits.All.Single(limit => limit.Name == name);

    private static IEnumerable<Finding> Errors(IQemuCommand command) =>
        command.Check(Strict).Where(static finding => finding.Severity == Severity.Error);
}
