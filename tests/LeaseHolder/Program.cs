using System.Globalization;
using QemuDsl.Runtime;

// LeaseHolder RUNROOT COUNT PROGRAM ARGUMENTS…: starts that many VMs, prints a line "PID DIRECTORY" for each, and waits to be killed.
// LeaseHolder RUNROOT churn:COUNT PROGRAM ARGUMENTS…: starts and stops that many, one after the other, and prints how many descriptors were
// open after the first few and after the last.
// LeaseHolder RUNROOT ask PROGRAM ARGUMENTS…: starts one, and prints "PID DIRECTORY" and then QEMU's status ten times a second.
var host = new LocalHost(new LocalHostOptions { RunRoot = args[0] });
var command = new RawCommand(args[2], args[3..]);
if (args[1].StartsWith("churn:", StringComparison.Ordinal))
{
    var total = int.Parse(args[1]["churn:".Length..], CultureInfo.InvariantCulture);
    for (var count = 0; count < total; count++)
    {
        await using (await host.StartAsync(command))
        {
        }

        if (count is 9 || count == total - 1)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Console.Out.WriteLineAsync(Directory.GetFileSystemEntries("/proc/self/fd").Length.ToString(CultureInfo.InvariantCulture));
        }
    }

    return;
}

if (args[1] == "ask")
{
    var asked = await host.StartAsync(command);
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{asked.Pid} {asked.RunDirectory}"));
    while (true)
    {
        var status = await asked.Qmp.ExecuteAsync("query-status");
        await Console.Out.WriteLineAsync(status.GetProperty("status").GetString());
        await Task.Delay(TimeSpan.FromMilliseconds(100));
    }
}

for (var count = int.Parse(args[1], CultureInfo.InvariantCulture); count > 0; count--)
{
    var vm = await host.StartAsync(command);
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{vm.Pid} {vm.RunDirectory}"));
}

await Task.Delay(Timeout.Infinite);
