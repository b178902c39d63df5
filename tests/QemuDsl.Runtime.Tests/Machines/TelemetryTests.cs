using System.Diagnostics;
using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>What listeners hear of real VMs, against the tables of docs/telemetry.md.</summary>
public sealed partial class TelemetryTests
{
    private const string Missing = "/usr/bin/qemu-system-pdp11";

    [Fact]
    public async Task Activities_instruments_and_tags_are_those_that_the_page_lists()
    {
        using var heard = new HeardTelemetry();
        await using var host = new TestHost();

        await LiveAsync(host);

        var tags = heard.Activities.SelectMany(static one => one.TagObjects).Concat(heard.Measurements.SelectMany(static one => one.Tags));
        Assert.Equal(Rows("Activities", 0, 2, 3), Lines(heard.Activities.GroupBy(static one => $"{one.OperationName} {one.Kind}", static one => one.TagObjects)));
        Assert.Equal(Rows("Instruments", 0, 2, 3, 4), Lines(heard.Measurements.GroupBy(static one => Named(one.Instrument), static one => one.Tags)));
        Assert.Equal(Rows("Tags", 0), tags.Select(static tag => tag.Key).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_tell_the_host_the_process_the_stage_and_what_failed()
    {
        using var heard = new HeardTelemetry();
        await using var host = new TestHost();

        var pid = await LiveAsync(host);

        var (started, refused) = (heard.Named("qemu.start").First(), heard.Named("qemu.start").Last());
        Assert.Equal((host.Host.Name, pid), (started.GetTagItem("qemu.host"), started.GetTagItem("qemu.pid")));
        Assert.Equal(Enum.GetNames<BootPhase>(), started.Events.Select(static raised => raised.Name));
        Assert.Equal((Missing, typeof(QemuStartException).FullName), (refused.GetTagItem("qemu.program"), refused.GetTagItem("error.type")));

        // Not those of the start that failed: what is left of it may need to be ended, or not.
        var stops = heard.Named("qemu.stop").Where(stop => Equals(stop.GetTagItem("qemu.pid"), pid)).ToList();
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], stops.Select(static stop => stop.Status));
        Assert.Equal("Quit", stops[1].GetTagItem("qemu.stop.stage"));
        Assert.Equal(started.SpanId, Command(heard, "cont").ParentSpanId);
        Assert.Equal(stops[1].SpanId, Command(heard, "quit").ParentSpanId);
        Assert.Equal(typeof(QmpException).FullName, Command(heard, "no-such-command").GetTagItem("error.type"));
        Assert.Equal(2, heard.Values("qemu.start.duration").Count(static seconds => seconds > 0));
        Assert.Equal([1, -1, 1, -1], heard.Values("qemu.vm.count"));
    }

    /// <summary>A VM that boots, refuses a command, is not stopped by somebody who gives up, and quits; and one that cannot start.</summary>
    private static async Task<int> LiveAsync(TestHost host)
    {
        await using (var vm = await host.StartAsync(
            host.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }))
        {
            await Assert.ThrowsAsync<QmpException>(() => vm.Qmp.ExecuteAsync("no-such-command", default, TestContext.Current.CancellationToken));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vm.StopAsync(new CancellationToken(canceled: true)));
            await vm.StopAsync(
                new StopPlan { Powerdown = TimeSpan.Zero, Quit = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new RawCommand(Missing, [])));
            return vm.Pid;
        }
    }

    private static Activity Command(HeardTelemetry heard, string command) =>
        heard.Named("qemu.qmp").Single(one => Equals(one.GetTagItem("qemu.qmp.command"), command));

    private static string Named(System.Diagnostics.Metrics.Instrument instrument) =>
        $"{instrument.Name} {instrument.GetType().Name.Split('`')[0]} {instrument.Unit}";

    // As in the page: the name and what it is, then all the tags it ever has, in order.
    private static IEnumerable<string> Lines(IEnumerable<IGrouping<string, IEnumerable<KeyValuePair<string, object?>>>> all) =>
        all.Select(static one => $"{one.Key} {string.Join(' ', one.SelectMany(static tags => tags).Select(static tag => tag.Key).Distinct().Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Rows(string section, params int[] columns)
    {
        var page = File.ReadAllText(Checkout.File("docs", "telemetry.md"));
        var text = page.Split($"\n## {section}\n")[1].Split("\n## ")[0];
        var rows = from line in text.Split('\n')
                   where line.StartsWith("| `", StringComparison.Ordinal)
                   let cells = line.Trim('|').Split('|')
                   select string.Join(' ', columns.SelectMany(column => Code().Matches(cells[column])).Select(static match => match.Groups[1].Value));
        return rows.Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
