using System.Runtime.InteropServices;
using LeaseHolder;
using QemuDsl.Runtime;

// An owner of VMs, to be killed, starved or measured: LeaseHolder HOST MODE PROGRAM ARGUMENTS…
// HOST is a run root of this machine, or what Hosts says of another one. What each mode does is told in Modes.
// Its output is opened, and what the first line of a console needs, before anybody counts descriptors.
await Console.Out.FlushAsync();
using var signals = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, static _ => { });
var mode = args[1].Split(':', 2);
await Modes.RunAsync(args[0], mode[0], mode.Length > 1 ? mode[1] : "", new RawCommand(args[2], args[3..]));
