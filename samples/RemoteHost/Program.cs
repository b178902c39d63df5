// A VM on another machine: the same code as on this one, with another host.
using QemuDsl;
using QemuDsl.Cpus;
using QemuDsl.Runtime;
using QemuDsl.Ssh;

if (args is not [var name, var kernel, var initrd, .. { Length: <= 1 } configuration])
{
    Console.Error.WriteLine("usage: RemoteHost HOST KERNEL INITRD [SSH-CONFIG]");
    return 2;
}

// As ssh(1) would reach it: ssh_config, known hosts, keys and agent of the user.
await using var host = new SshHost(new SshHostOptions { Host = name, ConfigFile = configuration.FirstOrDefault() });
await host.ConnectAsync();

// Paths in a command are the host's.
var folder = (await host.RunAsync(new HostCommand("mktemp", ["-d"]))).Output.Trim();
try
{
    await host.UploadAsync(kernel, $"{folder}/vmlinuz");
    await host.UploadAsync(initrd, $"{folder}/initrd");
    var command = Qemu.Pc().WithName("remote").WithMemory(256.MiB()).WithTcg()
        .Add(new X86Cpu { Model = X86CpuModel.Max })
        .WithKernel($"{folder}/vmlinuz", $"{folder}/initrd", "console=ttyS0 quiet");

    await using var vm = await host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial("tiny-linux ready") });
    Console.WriteLine($"{name} runs the VM as process {vm.Pid}");
    await vm.Serial.WriteAsync("echo \"$(uname -sr) says $((6 * 7))\"\n");
    await vm.WaitAsync(Boot.UntilSerial("says 42"), TimeSpan.FromSeconds(30));
    Console.WriteLine(vm.Serial.Text.Split('\n').Last(static line => line.Contains("says 42", StringComparison.Ordinal)).Trim());
    return 0;
}
finally
{
    await host.RunAsync(new HostCommand("rm", ["-r", folder]));
}
