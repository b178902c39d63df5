using System.Globalization;
using System.Text.RegularExpressions;

namespace QemuDsl.Xunit.Tests;

/// <summary>Fixtures of VMs in a test program of their own, with real QEMU: what it reports is what a user sees.</summary>
public sealed class FixtureTests : IAsyncLifetime
{
    private readonly Suite _suite = new();

    [Fact]
    public async Task Console_and_events_are_in_the_output_of_the_test()
    {
        Tools.Qemu("x86_64");

        var test = Assert.Single(await _suite.RunAsync("OutputSuite"));

        Assert.Equal("Pass", test.Result);
        Assert.Contains("[SectorFixture serial] QDSL-READY", test.Output, StringComparison.Ordinal);
        Assert.Contains("[SectorFixture qmp] RESET {", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_that_fails_has_the_evidence_attached_and_one_that_passes_has_not()
    {
        Tools.Qemu("x86_64");
        _suite.Environment["SUITE_SECTOR"] = MarkerGuests.Says("QDSL-READY \u001b[31mred\u0007").WriteTo(_suite.File("run"));

        var tests = await _suite.RunAsync("FailingSuite");

        var failed = Assert.Single(tests, static test => test.Name == "Fails");
        Assert.Equal(("Fail", "as it should"), (failed.Result, failed.Message));
        Assert.Superset(
            new HashSet<string> { "SectorFixture serial.log", "SectorFixture qmp.log", "SectorFixture command.txt", "SectorFixture summary.json" },
            failed.Attachments.ToHashSet());
        var folder = Assert.Single(Directory.GetDirectories(_suite.Evidence));
        Assert.Contains(folder, failed.Output, StringComparison.Ordinal);
        Assert.Contains("QDSL-READY \u001b[31mred", await File.ReadAllTextAsync(Path.Combine(folder, "serial.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var passed = Assert.Single(tests, static test => test.Name == "Passes");
        Assert.Equal("Pass", passed.Result);
        Assert.Empty(passed.Attachments);
    }

    [Fact]
    public async Task VM_that_cannot_run_here_skips_its_tests_and_says_why()
    {
        var tests = await _suite.RunAsync("MissingSuite", "MissingTestsSuite");

        Assert.Equal(5, tests.Count);
        Assert.All(tests, static test => Assert.Equal("Skip", test.Result));
        Assert.All(tests, static test => Assert.Contains("'qemu-system-nobody' is not on ", test.Message, StringComparison.Ordinal));
        Assert.All(tests, static test => Assert.Contains("Install QEMU", test.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task VM_that_has_to_run_fails_its_tests_where_it_cannot()
    {
        _suite.Environment["QEMU_DSL_VMS_REQUIRED"] = "1";

        var tests = await _suite.RunAsync("MissingSuite", "MissingTestsSuite");

        Assert.Equal(5, tests.Count);
        Assert.All(tests, static test => Assert.Equal("Fail", test.Result));
        Assert.Contains(tests, static test => test.Message.Contains("'qemu-system-nobody' is not on ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task VM_that_does_not_boot_fails_its_tests_with_the_reason()
    {
        Tools.Qemu("x86_64");

        var test = Assert.Single(await _suite.RunAsync("BrokenSuite"));

        Assert.Equal("Fail", test.Result);
        Assert.Contains("Waited for 'never said'", test.Message, StringComparison.Ordinal);
        Assert.Contains("QDSL-READY", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_without_a_disk_for_its_snapshot_fails_its_tests_with_the_reason_and_is_gone()
    {
        Tools.Qemu("x86_64");

        var test = Assert.Single(await _suite.RunAsync("DisklessSuite"));

        Assert.Equal("Fail", test.Result);
        Assert.Contains("qcow2", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_that_a_test_has_ended_is_there_again_for_the_next()
    {
        Tools.Qemu("x86_64");

        var tests = await _suite.RunAsync("EndedSuite");

        Assert.Equal(2, tests.Count);
        Assert.All(tests, static test => Assert.Equal("Pass", test.Result));
        Assert.Single(tests, static test => test.Output.Contains("an earlier test ended the VM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task VM_that_cannot_be_started_anew_fails_every_further_test_with_the_reason()
    {
        Tools.Qemu("x86_64");

        var tests = await _suite.RunAsync("BootsOnceSuite");

        Assert.Equal(["Fail", "Fail", "Pass"], tests.Select(static test => test.Result).Order(StringComparer.Ordinal));
        var failed = tests.Where(static test => test.Result == "Fail").ToList();
        Assert.All(failed, static test => Assert.Contains("Waited for 'never said'", test.Message, StringComparison.Ordinal));
        Assert.Single(failed, static test => test.Message.Contains("an earlier test ended the VM, and it could not be started anew. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_programs_have_VMs_at_once_with_ports_and_directories_of_their_own()
    {
        Tools.Qemu("x86_64");
        await using var second = new Suite { IsAmongOthers = true };
        await using var first = new Suite { IsAmongOthers = true };
        second.Environment["XDG_RUNTIME_DIR"] = first.Environment["XDG_RUNTIME_DIR"];
        first.Environment["SUITE_MEETING"] = second.Environment["SUITE_MEETING"] = Directory.CreateDirectory(first.File("meeting")).FullName;

        var tests = (await Task.WhenAll(first.RunAsync("MeetingSuite"), second.RunAsync("MeetingSuite"))).SelectMany(static results => results).ToList();

        Assert.Equal(2, tests.Count);
        Assert.All(tests, static test => Assert.True(test.Result == "Pass", test.Message));
        Assert.Equal(2, tests.Select(static test => Regex.Match(test.Output, @"port (\d+)").Groups[1].Value).Distinct().Count());
        Assert.Equal(2, tests.Select(static test => Regex.Match(test.Output, "directory (/.*)").Groups[1].Value).Distinct().Count());
        first.AssertNothingIsLeft();
    }

    [Fact]
    public async Task VM_is_shared_by_the_classes_of_its_collection_and_another_one_by_the_assembly()
    {
        Tools.Qemu("x86_64");

        var tests = await _suite.RunAsync("FirstOfPairSuite", "SecondOfPairSuite", "SharedSuite");

        Assert.Equal(3, tests.Count);
        Assert.All(tests, static test => Assert.True(test.Result == "Pass", test.Message));
        var collection = Assert.Single(Pids(tests, "collection").Distinct());
        var assembly = Assert.Single(Pids(tests, "assembly").Distinct());
        Assert.Equal((2, 3), (Pids(tests, "collection").Count(), Pids(tests, "assembly").Count()));
        Assert.NotEqual(collection, assembly);
    }

    [Fact]
    public async Task Every_test_finds_the_guest_as_it_was_when_it_was_ready()
    {
        var linux = TinyLinux.Require();
        (_suite.Environment["SUITE_KERNEL"], _suite.Environment["SUITE_INITRD"], _suite.Environment["SUITE_DISK"]) =
            (linux.Kernel, linux.Initrd, _suite.File("disk"));
        await ChildProcess.RunAsync(Tools.Require("qemu-img"), ["create", "-q", "-f", "qcow2", _suite.File("disk"), "64M"], TestContext.Current.CancellationToken);

        var tests = await _suite.RunAsync("CleanSuite");

        Assert.Equal(3, tests.Count);
        Assert.All(tests, static test => Assert.True(test.Result == "Pass", test.Message));
        Assert.All(tests, static test => Assert.Contains("[tiny serial] ", test.Output, StringComparison.Ordinal));

        // The best of them: others may be busy on this machine.
        var seconds = tests.SelectMany(static test => Regex.Matches(test.Output, @"tiny: back at 'clean' in (\d+\.\d+) s\."))
            .Select(static match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, seconds.Count);
        Assert.InRange(seconds.Min(), 0, 1);
    }

    private static IEnumerable<string> Pids(IEnumerable<SuiteResult> tests, string whose) =>
        tests.SelectMany(test => Regex.Matches(test.Output, $@"{whose} (\d+)")).Select(static match => match.Groups[1].Value);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _suite.DisposeAsync();
}
