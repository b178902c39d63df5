namespace QemuDsl.Runtime;

/// <summary>The arguments that give a VM a port for the guest agent.</summary>
internal static class AgentWiring
{
    /// <summary>Where agents listen.</summary>
    public const string PortName = "org.qemu.guest_agent.0";

    /// <summary>What QEMU calls the port in events.</summary>
    public const string PortId = Chardev + "-port";

    private const string Chardev = "qdsl-qga";
    private const string Bus = "qdsl-agent";

    /// <summary>They come last, so that the user's devices keep their slots and numbers.</summary>
    /// <exception cref="QemuStartException">The machine has no such port, or the command has one already.</exception>
    public static IReadOnlyList<string> Arguments(GuestAgentPort port, RunFiles files, IReadOnlyList<string> arguments)
    {
        var options = CommandLineOption.Read(arguments);
        var machine = options.LastOrDefault(static option => option.IsMachine)?.Key("type") ?? "";
        if (options.FirstOrDefault(static option => option.Name == "-device" && option.Key("name") == PortName) is { } own)
        {
            throw new QemuStartException(
                $"{own} is a port for the guest agent already, so QEMU was not started. Leave it out, or VmOptions.{nameof(VmOptions.GuestAgent)}.");
        }

        var path = files.AgentSocket.Replace(",", ",,", StringComparison.Ordinal);
        return ["-chardev", $"socket,id={Chardev},path={path},server=on,wait=off", .. Devices(port, machine)];
    }

    private static string[] Devices(GuestAgentPort port, string machine) => (port, machine) switch
    {
        (_, "none") or (GuestAgentPort.VirtioSerial, "isapc") => throw Impossible(port, machine),
        (GuestAgentPort.IsaSerial, _) when machine.StartsWith("virt", StringComparison.Ordinal) => throw Impossible(port, machine),
        (GuestAgentPort.IsaSerial, _) => ["-device", $"isa-serial,chardev={Chardev}"],
        (_, "microvm") => Port("virtio-serial-device"),
        _ => Port("virtio-serial-pci"),
    };

    private static string[] Port(string device) =>
    [
        "-device", $"{device},id={Bus}",
        "-device", $"virtserialport,bus={Bus}.0,chardev={Chardev},name={PortName},id={PortId}",
    ];

    private static QemuStartException Impossible(GuestAgentPort port, string machine) => new(
        $"VmOptions.{nameof(VmOptions.GuestAgent)} is {port}, which machine '{machine}' cannot have, so QEMU was not started. "
        + "Choose the other port, or another machine.");
}
