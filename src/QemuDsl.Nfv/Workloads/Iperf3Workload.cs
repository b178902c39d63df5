using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A server of iperf3 behind the VM's interfaces, which the guest's kernel drives. It is at work when it listens.</summary>
public sealed record Iperf3Workload : Workload
{
    /// <summary>The program: a path on the host's root, or a name.</summary>
    public string Program { get; init; } = "iperf3";

    /// <summary>Its TCP port.</summary>
    public int Port { get; init; } = 5201;

    /// <summary>Addresses of the interfaces in their order, such as <c>2.2.2.2/30</c>.</summary>
    public OptionList<InterfaceAddress> Addresses { get; init; } = [];

    internal override WorkloadSetup Prepare(WorkloadContext context)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65_535);
        if (Addresses.Count > context.Nics.Count)
        {
            throw new ArgumentException($"There are {Addresses.Count} addresses and {context.Nics.Count} interfaces. Leave some addresses out.");
        }

        return new WorkloadSetup
        {
            Command = [Program, "--server", "--forceflush", "--port", Port.ToString(CultureInfo.InvariantCulture)],
            Modules = ["virtio_net"],
            Addresses = [.. context.Nics.Zip(Addresses, static (nic, address) => (nic.GuestDevice, address))],
            Ready = Boot.UntilSerial(string.Create(CultureInfo.InvariantCulture, $@"Server listening on (\S+ port )?{Port}\b")),
        };
    }
}
