using LeaseHolder;
using QemuDsl.Runtime;

// An owner of VMs, to be killed, starved or measured: LeaseHolder HOST MODE PROGRAM ARGUMENTS…
// HOST is a run root of this machine, or what Hosts says of another one. What each mode does is told in Modes.
// Its output is opened before anybody counts descriptors.
await Console.Out.FlushAsync();
var host = Hosts.Open(args[0]);
var mode = args[1].Split(':', 2);
await Modes.RunAsync(host, mode[0], mode.Length > 1 ? mode[1] : "", new RawCommand(args[2], args[3..]));
