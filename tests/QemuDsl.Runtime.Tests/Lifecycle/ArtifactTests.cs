using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ArtifactTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failed_boot_leaves_all_there_is_to_know()
    {
        await using var host = new TestHost();
        var options = Waiting(host) with { BootTimeout = TimeSpan.FromSeconds(3) };

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", "-device", "VGA"), options));

        var folder = Folder(failure, host);
        Assert.Equal(["command.txt", "qmp.log", "screenshot.png", "serial.log", "stderr.log", "summary.json"], Names(folder));
        Assert.Contains(MarkerGuests.Marker, Text(folder, "serial.log"), StringComparison.Ordinal);
        Assert.Contains("> {\"execute\":\"cont\",", Text(folder, "qmp.log"), StringComparison.Ordinal);
        Assert.Contains("\"event\": \"RESUME\"", Text(folder, "qmp.log"), StringComparison.Ordinal);
        Assert.Contains("-device VGA", Text(folder, "command.txt"), StringComparison.Ordinal);
        var summary = Summary(folder);
        Assert.Equal("runs", summary.GetProperty("state").GetString());
        Assert.Equal(nameof(BootException), summary.GetProperty("failure").GetProperty("type").GetString());
        Assert.Contains(host.Log, static line => line.Contains("Artifacts of QEMU", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_start_leaves_QEMUs_words_and_code()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Empty("-device", "no-such"), Waiting(host)));

        var folder = Folder(failure, host);
        Assert.Contains("no-such", Text(folder, "stderr.log"), StringComparison.Ordinal);
        Assert.Equal(1, Summary(folder).GetProperty("exit").GetProperty("code").GetInt32());
        Assert.Equal("QEMU has ended.", Summary(folder).GetProperty("noScreenshot").GetString());
        Assert.DoesNotContain("screenshot.png", Names(folder));
    }

    [Fact]
    public async Task Boot_that_fails_later_leaves_them_too_and_once()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(
            host.Boots(MarkerGuests.BootSector()), new VmOptions { Artifacts = host.File("artifacts"), StartPaused = true });

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilSerial("never"), TimeSpan.FromMilliseconds(50), Token));

        Assert.Single(Directory.GetDirectories(host.File("artifacts")));
        Assert.Equal("The VM has no screen: add", Summary(Folder(failure, host)).GetProperty("noScreenshot").GetString()!.Split("from. ")[1][..25]);
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_leaves_the_failure_as_it_was()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.StartAsync(TestHost.Empty("-device", "no-such"), new VmOptions { Artifacts = "/proc/no/such" }));

        Assert.Empty(failure.Data);
        Assert.Contains(host.Log, static line => line.Contains("could not be written below /proc/no/such", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_that_was_given_up_leaves_nothing()
    {
        await using var host = new TestHost();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        giveUp.CancelAfter(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Host.StartAsync(host.Boots(MarkerGuests.BootSector()), Waiting(host), giveUp.Token));

        Assert.False(Directory.Exists(host.File("artifacts")));
    }

    [Fact]
    public async Task They_can_be_asked_for_while_it_runs_and_when_it_is_gone()
    {
        await using var host = new TestHost();
        var folder = host.File("asked/for");
        await using var vm = await host.StartAsync(
            host.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

        await vm.CollectArtifactsAsync(folder, Token);
        Assert.Equal("runs", Summary(folder).GetProperty("state").GetString());
        Assert.False(Summary(folder).TryGetProperty("failure", out _));
        await vm.KillAsync(Token);
        await vm.DisposeAsync();
        await vm.CollectArtifactsAsync(folder, Token);

        Assert.Equal(9, Summary(folder).GetProperty("exit").GetProperty("signal").GetInt32());
        Assert.Contains(MarkerGuests.Marker, Text(folder, "serial.log"), StringComparison.Ordinal);
        Assert.Equal(["command.txt", "qmp.log", "serial.log", "stderr.log", "summary.json"], Names(folder));
    }

    [Fact]
    public async Task QEMU_that_does_not_answer_keeps_nobody_from_the_rest()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-device", "VGA"));
        await Processes.SignalAsync(vm.Pid, "STOP");

        await vm.CollectArtifactsAsync(host.File("stopped"), Token);

        Assert.Equal("QEMU did not answer within 5 s.", Summary(host.File("stopped")).GetProperty("noScreenshot").GetString());
    }

    [Fact]
    public async Task Secrets_are_in_none_of_them()
    {
        const string Secret = "correct-horse";
        await using var host = new TestHost();
        var command = new SecretCommand(Secret) { Raw = host.Boots(MarkerGuests.Says($"the secret is {Secret}!\n")) };
        await using var vm = await host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial("!$") });
        using var arguments = JsonDocument.Parse("""{"qom-type": "secret", "id": "s1", "data": "battery-staple"}""");
        await vm.Qmp.ExecuteAsync("object-add", arguments.RootElement, Token);

        await vm.CollectArtifactsAsync(host.File("masked"), Token);

        Assert.Contains("the secret is ***!", Text(host.File("masked"), "serial.log"), StringComparison.Ordinal);
        Assert.Contains("\"object-add\"", Text(host.File("masked"), "qmp.log"), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(host.File("masked")), static file =>
        {
            Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain("battery-staple", File.ReadAllText(file), StringComparison.Ordinal);
        });
    }

    private static VmOptions Waiting(TestHost host) => new() { Artifacts = host.File("artifacts"), ReadyWhen = Boot.UntilSerial("never") };

    private static string Folder(Exception failure, TestHost host)
    {
        var folder = (string)failure.Data[VirtualMachine.ArtifactsKey]!;
        Assert.Equal(host.File("artifacts"), Path.GetDirectoryName(folder));
        return folder;
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Text(string folder, string name) => File.ReadAllText(Path.Combine(folder, name));

    private static JsonElement Summary(string folder)
    {
        using var document = JsonDocument.Parse(Text(folder, "summary.json"));
        return document.RootElement.Clone();
    }
}
