using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>VPP between the interfaces of the VM, with the configuration of FD.io CSIT. It is at work when it shows its version.</summary>
/// <param name="Script">
/// The commands it runs at its start, made from the interfaces in their places, with <see cref="VppScripts"/> or a <see cref="ScriptTemplate"/>
/// of one's own. <c>show version</c> is put behind them where it is not there.
/// </param>
public sealed record VppWorkload(Func<IReadOnlyList<VnfNic>, string> Script) : Workload
{
    private const string ShowVersion = "show version";
    private const string Startup = "/run/vpp/startup.conf";
    private const string Setup = "/run/vpp/setup.exec";

    /// <summary>Takes commands that are known before the interfaces have their places.</summary>
    /// <param name="script">The commands.</param>
    public VppWorkload(string script)
        : this(_ => script)
    {
    }

    /// <summary>The program: a path on the host's root, or a name.</summary>
    public string Program { get; init; } = "vpp";

    /// <summary>What drives the interfaces.</summary>
    public VppDriver Driver { get; init; }

    /// <summary>Queues of each interface; as many as every vhost-user interface has when null.</summary>
    public int? Queues { get; init; }

    /// <summary>Frames of up to 9200 bytes.</summary>
    public bool UsesJumboFrames { get; init; }

    /// <summary>Loads the plugins of IPsec.</summary>
    public bool UsesIpsec { get; init; }

    /// <summary>Loads and configures NAT.</summary>
    public bool UsesNat { get; init; }

    /// <summary>The guest's driver that hands the interfaces to VPP.</summary>
    public string GuestDriver { get; init; } = "uio_pci_generic";

    internal override WorkloadSetup Prepare(WorkloadContext context)
    {
        var startup = new CsitStartup
        {
            Cpus = context.Cpus,
            Exec = Setup,
            UsesAvf = Driver == VppDriver.Avf,
            UsesIpsec = UsesIpsec,
            UsesNat = UsesNat,
            Dpdk = Driver != VppDriver.Dpdk
                ? null
                : new CsitDpdk { Devices = context.Devices, RxQueues = Queues ?? context.Queues, UsesJumboFrames = UsesJumboFrames },
        };
        return new WorkloadSetup
        {
            Command = [Program, .. new VppCommand { Configuration = Startup }.ToArguments()],
            NeedsHugePages = true,
            Files = [GuestFile.OfText(Startup, startup.ToConfig().ToText()), GuestFile.OfText(Setup, WithVersion(Script(context.Nics)))],
            Modules = [GuestDriver],
            Drivers = [.. context.Devices.Select(device => (device, GuestDriver))],
            Ready = Boot.UntilSerial("vpp .*built by"),
        };
    }

    // What Ready waits for.
    private static string WithVersion(string script)
    {
        var gap = script.Length == 0 || script.EndsWith('\n') ? "" : "\n";
        return script.Split('\n').Any(static line => line.Trim() == ShowVersion) ? script : $"{script}{gap}{ShowVersion}\n";
    }
}
