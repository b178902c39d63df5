using System.Diagnostics;
using QemuDsl.Runtime;

namespace LeaseHolder;

/// <summary>A VM that floods its console while QMP is asked, in a process that does nothing else.</summary>
internal static class Flood
{
    // Prints "answers COUNT", "microseconds MEDIAN P95 WORST", "memory KIB_BEFORE KIB_AT_MOST",
    // "heap KIB_BEFORE KIB_AFTER" once collected, "console RECEIVED KEPT", "file LARGEST".
    public static async Task RunAsync(IVmHost host, string marker, RawCommand command)
    {
        await using var vm = await host.StartAsync(command, new VmOptions { SerialHistory = 4096, StartPaused = true });
        await vm.Qmp.ExecuteAsync("query-status");
        var before = Footprint.Kibibytes();
        var most = before;
        var heap = Heap();
        var waiting = vm.WaitAsync(Boot.UntilSerial(marker), TimeSpan.FromMinutes(5));
        await vm.ContinueAsync();
        var answers = new List<TimeSpan>();
        while (!waiting.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            await vm.Qmp.ExecuteAsync("query-status");
            answers.Add(Stopwatch.GetElapsedTime(asked));
            most = Math.Max(most, Footprint.Resident());
            await Task.Delay(10);
        }

        await waiting;
        answers.Sort();
        await Modes.SayAsync($"answers {answers.Count}");
        await Modes.SayAsync($"microseconds {Part(answers, 0.5)} {Part(answers, 0.95)} {Part(answers, 1)}");
        await Modes.SayAsync($"memory {before} {most}");
        await Modes.SayAsync($"heap {heap} {Heap()}");
        await Modes.SayAsync($"console {vm.Serial.BytesReceived} {vm.Serial.Text.Length}");
        await Modes.SayAsync($"file {Directory.GetFiles(vm.RunDirectory).Max(static file => new FileInfo(file).Length)}");
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true) / 1024;

    private static int Part(List<TimeSpan> sorted, double part) => (int)sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * part) - 1)].TotalMicroseconds;
}
