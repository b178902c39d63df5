using QemuDsl.Runtime;

if (args is not [var kernel, var initrd])
{
    Console.Error.WriteLine("usage: HelloVm KERNEL INITRD");
    return 2;
}

var command = new HelloVm.HelloVm { Kernel = kernel, Initrd = initrd }.ToCommand();
var options = new VmOptions { ReadyWhen = Boot.UntilSerial("tiny-linux ready"), Progress = new PhasePrinter() };

await using var vm = await new LocalHost().StartAsync(command, options);
await vm.Serial.WriteAsync("echo \"$(uname -sr) says hello, $((6 * 7))\"\n");
await vm.WaitAsync(Boot.UntilSerial("says hello, 42"), TimeSpan.FromSeconds(30));
Console.WriteLine(vm.Serial.Text.Split('\n').Last(static line => line.Contains("says hello, 42", StringComparison.Ordinal)).Trim());

var stage = await vm.StopAsync();
Console.WriteLine($"stopped by: {stage}; run directory left: {Directory.Exists(vm.RunDirectory)}");
return 0;

internal sealed class PhasePrinter : IProgress<BootProgress>
{
    public void Report(BootProgress value) => Console.WriteLine($"{value.Elapsed.TotalSeconds,7:0.000} s  {value.Phase,-10} {value.Detail}");
}
