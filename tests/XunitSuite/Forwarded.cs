using QemuDsl.Machines;
using QemuDsl.Netdevs;

namespace XunitSuite;

/// <summary>A guest of one sector with a port that the host chooses.</summary>
[VmProfile<Pc>(ReadySerial = "QDSL-READY")]
public sealed partial record Forwarded
{
    partial void Configure(ref QemuCommand<Pc> command) => command = command
        .AddVirtioNetPci(new UserNetdev { HostFwd = [HostForward.Tcp(HostForward.AnyPort, 22)] })
        .AddRaw("-accel", "tcg", "-drive", $"if=floppy,format=raw,readonly=on,file={Given.File("SUITE_SECTOR")}");
}
