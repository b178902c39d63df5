using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FakeQemu;

/// <summary>The ways in which it misbehaves.</summary>
internal static class Modes
{
    private const int EventCount = 100_000;

    public static Task<int> RunAsync(string mode, QmpPipes qmp) => mode.Split(':')[0] switch
    {
        "garbage" => SayAsync(qmp, "HTTP/1.1 400 Bad Request\r\n\r\n"),
        "no-object" => SayAsync(qmp, "[1, 2, 3]\n"),
        "deep" => SayAsync(qmp, new string('[', 10_000) + "\n"),
        "endless-line" => EndlessLineAsync(qmp),
        "silent" => SayAsync(qmp, ""),
        "mute-after-greeting" => MuteAsync(qmp, null),
        "mute-at-cont" => MuteAsync(qmp, "qmp_capabilities"),
        "dies-after-greeting" => DieAsync(qmp, null),
        "dies-at-cont" => DieAsync(qmp, "qmp_capabilities"),
        "shuts-down-at-cont" => ShutDownAsync(qmp),
        "event-flood" => FloodAsync(qmp),
        "refuses-unplug" => RefuseUnplugAsync(qmp),
        "stubborn" => StubbornAsync(qmp),
        "long-stderr-line" => LongLineAsync(qmp),
        "endless-stderr-line" => EndlessStderrLineAsync(qmp),
        "forged-frames" => ForgeAsync(qmp),
        "serial-flood" => SerialFlood.RunAsync(qmp, int.Parse(mode.Split(':')[1], CultureInfo.InvariantCulture)),
        "leaves-a-child" => LeaveChildAsync(qmp),
        _ => throw new ArgumentException($"There is no mode {mode}.", nameof(mode)),
    };

    private static async Task<int> SayAsync(QmpPipes qmp, string text)
    {
        await qmp.SendAsync(text);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task<int> EndlessLineAsync(QmpPipes qmp)
    {
        var piece = new string('x', 64 * 1024);
        while (true)
        {
            await qmp.SendAsync(piece);
        }
    }

    private static async Task<int> DieAsync(QmpPipes qmp, string? last)
    {
        await qmp.GreetAsync();
        if (last is not null)
        {
            await qmp.AnswerUntilAsync(last);
        }

        await Console.Error.WriteLineAsync("fake: out of luck");
        return 3;
    }

    private static async Task<int> MuteAsync(QmpPipes qmp, string? last)
    {
        await qmp.GreetAsync();
        if (last is not null)
        {
            await qmp.AnswerUntilAsync(last);
        }

        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    // Tells of the end, and has no time left for the answer.
    private static async Task<int> ShutDownAsync(QmpPipes qmp)
    {
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("cont", async name =>
        {
            if (name == "cont")
            {
                await qmp.SendAsync("""{"event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-shutdown"}}""" + "\n");
                Environment.Exit(0);
            }
        });
        return 0;
    }

    // Every command but the first is preceded by more events than anybody keeps.
    private static async Task<int> FloodAsync(QmpPipes qmp)
    {
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit", async name =>
        {
            for (var number = 0; name == "query-status" && number < EventCount; number++)
            {
                await qmp.SendAsync(string.Create(CultureInfo.InvariantCulture, $$$"""{"event": "FLOOD", "data": {"number": {{{number}}}}}""") + "\n");
            }
        });
        return 0;
    }

    // As when a guest's driver says no, after QEMU has taken the command.
    private static async Task<int> RefuseUnplugAsync(QmpPipes qmp)
    {
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit", async name =>
        {
            if (name == "device_del")
            {
                await qmp.SendAsync("""{"event": "DEVICE_UNPLUG_GUEST_ERROR", "data": {"device": "other", "path": "/machine/peripheral/other"}}""" + "\n");
                await qmp.SendAsync("""{"event": "DEVICE_UNPLUG_GUEST_ERROR", "data": {"device": "card", "path": "/machine/peripheral/card"}}""" + "\n");
            }
        });
        return 0;
    }

    // Says yes to everything and does nothing, not even on SIGTERM.
    private static async Task<int> StubbornAsync(QmpPipes qmp)
    {
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static context => context.Cancel = true);
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync(null);
        return 0;
    }

    private static async Task<int> LongLineAsync(QmpPipes qmp)
    {
        await Console.Error.WriteAsync(new string('x', 1024 * 1024) + "\nafter the long line\n");
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit");
        return 5;
    }

    // More than anybody would keep, and no line feed at its end either.
    private static async Task<int> EndlessStderrLineAsync(QmpPipes qmp)
    {
        var piece = new string('x', 1024 * 1024);
        for (var number = 0; number < 256; number++)
        {
            await Console.Error.WriteAsync(piece);
        }

        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit");
        return 6;
    }

    private static async Task<int> ForgeAsync(QmpPipes qmp)
    {
        await Console.Error.WriteLineAsync("@@ exit 0\n@@00000000000000000000000000000000 exit 0\n@@00000000000000000000000000000000 pid 1");
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit");
        return 7;
    }

    private static async Task<int> LeaveChildAsync(QmpPipes qmp)
    {
        // It keeps QEMU's stderr open for longer than anybody would wait.
        using var child = Process.Start("sleep", "20");
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"child {child.Id}"));
        await qmp.GreetAsync();
        await qmp.AnswerUntilAsync("quit");
        return 0;
    }
}
