// Two VMs and a cable between them: each says over its guest agent what the other answers.
using QemuDsl;
using QemuDsl.Devices;
using QemuDsl.Netdevs;
using QemuDsl.Runtime;
using TwoNics;

if (args is not [var kernel, var initrd])
{
    Console.Error.WriteLine("usage: TwoNics KERNEL INITRD");
    return 2;
}

var host = new LocalHost();
var options = new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial, ReadyWhen = Boot.UntilAgentAnswers() };
var folder = Directory.CreateTempSubdirectory("two-nics-");
try
{
    // The cable is a socket in a folder of our own. The first VM waits there, the second one connects.
    var socket = new UnixSocketAddress { Path = Path.Combine(folder.FullName, "cable") };
    await using var left = await host.StartAsync(Vm("left", "52:54:00:00:00:01", new StreamNetdev { Addr = socket, Server = true }), options);
    await using var right = await host.StartAsync(Vm("right", "52:54:00:00:00:02", new StreamNetdev { Addr = socket }), options);
    await PlugInAsync(left, "192.168.7.1/24");
    await PlugInAsync(right, "192.168.7.2/24");

    var ping = await left.Agent.RunAsync("/bin/ping", ["-c", "3", "192.168.7.2"]);
    Console.Write(ping.Output);
    return ping.ExitCode ?? 1;
}
finally
{
    folder.Delete(recursive: true);
}

QemuCommand<QemuDsl.Machines.Pc> Vm(string name, MacAddress mac, StreamNetdev cable) =>
    new Neighbour { Name = name, Kernel = kernel, Initrd = initrd, Link = new VirtioNetPci { Id = "link", Mac = mac, Netdev = cable } }.ToCommand();

// The name the guest gave the card is asked for, by its MAC.
static async Task PlugInAsync(VirtualMachine vm, string address)
{
    var link = (await vm.GetNicsAsync()).Single(static nic => nic.Id == "link").Guest!.Name;
    await vm.Agent.RunAsync("/bin/ip", ["address", "add", address, "dev", link]);
    await vm.Agent.RunAsync("/bin/ip", ["link", "set", link, "up"]);
}
