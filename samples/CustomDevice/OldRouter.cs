using QemuDsl;
using QemuDsl.Machines;

namespace CustomDevice;

/// <summary>A PC with that card.</summary>
[VmProfile<Pc>]
public sealed partial record OldRouter
{
    /// <summary>The card that faces the network.</summary>
    public required Ne2kPci Uplink { get; init; }

    /// <summary>Memory of the guest.</summary>
    public ByteSize Memory { get; init; } = 64.MiB();

    partial void Configure(ref QemuCommand<Pc> command) => command = command.WithMemory(Memory).WithTcg();
}
