using System.Globalization;
using QemuDsl.Runtime;

// LeaseHolder RUNROOT COUNT PROGRAM ARGUMENTS…: starts that many VMs, prints a line "PID DIRECTORY" for each, and waits to be killed.
var host = new LocalHost(new LocalHostOptions { RunRoot = args[0] });
for (var count = int.Parse(args[1], CultureInfo.InvariantCulture); count > 0; count--)
{
    var vm = await host.StartAsync(new RawCommand(args[2], args[3..]));
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{vm.Pid} {vm.RunDirectory}"));
}

await Task.Delay(Timeout.Infinite);
