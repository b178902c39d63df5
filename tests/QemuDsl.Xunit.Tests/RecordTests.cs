using QemuDsl.Runtime;

namespace QemuDsl.Xunit.Tests;

/// <summary>Tests of a VM that somebody else has started.</summary>
public sealed class RecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tests_attach_to_a_VM_by_its_record_and_leave_it_running()
    {
        await using var suite = new Suite();
        suite.Environment["SUITE_RECORD"] = suite.File("db.json");
        await using var vms = NamedVms.Open(HostAddress.Local);
        var command = new RawCommand(Tools.Qemu("x86_64"), ["-nodefaults", "-display", "none", "-accel", "tcg", "-machine", "pc"]);
        var record = await vms.StartAsync(
            new DescribedVm(command) { Source = "test" }, new NamedVmOptions($"db-{Guid.NewGuid():N}") { RecordFiles = [suite.File("db.json")] }, Token);
        try
        {
            suite.Environment.Remove("XDG_RUNTIME_DIR");
            var test = Assert.Single(await suite.RunAsync("RecordSuite"));

            Assert.True(test.Result == "Pass", test.Message);
            Assert.NotNull(await vms.FindAsync(record, Token));
        }
        finally
        {
            await vms.KillAsync(record, Token);
        }
    }

    [Fact]
    public async Task Record_that_is_not_there_is_told_with_its_file_and_what_makes_one()
    {
        await using var suite = new Suite();
        suite.Environment["SUITE_RECORD"] = suite.File("nobody.json");

        var test = Assert.Single(await suite.RunAsync("RecordSuite"));

        Assert.Equal("Fail", test.Result);
        Assert.Contains($"no record of a VM 'db' in {suite.File("nobody.json")}", test.Message, StringComparison.Ordinal);
        Assert.Contains("QemuVmLifetime=Test", test.Message, StringComparison.Ordinal);
    }
}
