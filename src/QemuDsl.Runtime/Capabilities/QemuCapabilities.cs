namespace QemuDsl.Runtime;

/// <summary>What a QEMU program can do, as it says itself; see <see cref="CapabilityExtensions.GetCapabilitiesAsync"/>.</summary>
public sealed record QemuCapabilities
{
    /// <summary>Path of the program on its host.</summary>
    public required string Program { get; init; }

    /// <summary>Its version.</summary>
    public required QemuVersion Version { get; init; }

    /// <summary>What the distribution calls it, such as <c>Debian 1:7.2+dfsg-7</c>; empty when it was built from source.</summary>
    public string Package { get; init; } = "";

    /// <summary>The architecture of its guests, such as <c>x86_64</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Machine types.</summary>
    public IReadOnlyList<QemuMachineType> Machines { get; init; } = [];

    /// <summary>
    /// Names of device types. QEMU's aliases, such as <c>virtio-net</c>, are not among them; see <see cref="HasDevice"/>.
    /// </summary>
    public IReadOnlySet<string> DeviceTypes { get; init; } = new HashSet<string>();

    /// <summary>CPU models; empty where the target does not tell them.</summary>
    public IReadOnlyList<QemuCpuModel> CpuModels { get; init; } = [];

    /// <summary>
    /// Accelerators it was built with, such as <c>kvm</c> and <c>tcg</c>; whether they work on the host is another matter.
    /// </summary>
    public IReadOnlySet<string> Accelerators { get; init; } = new HashSet<string>();

    /// <summary>QMP commands.</summary>
    public IReadOnlySet<string> QmpCommands { get; init; } = new HashSet<string>();

    /// <summary>The machine type of that name or alias; null when there is none.</summary>
    public QemuMachineType? FindMachine(string name) => Machines.FirstOrDefault(machine => machine.Name == name || machine.Alias == name);

    /// <summary>Whether <c>-device</c> knows the name, be it one of QEMU's aliases.</summary>
    public bool HasDevice(string name) => DeviceTypes.Contains(name) || DeviceAliases.Of(name).Any(DeviceTypes.Contains);

    /// <summary>
    /// Everything <see cref="IQemuCommand.Check"/> finds for this version, and machine types, devices, CPU models and accelerators that
    /// this program does not have.
    /// </summary>
    public IReadOnlyList<Finding> Check(IQemuCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new CapabilityChecks(this).Run(command);
    }
}
