using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>A VM with a bus of each kind that takes devices while the guest runs, and a guest that gives them back.</summary>
internal sealed class Rack(Stage stage, string program)
{
    private readonly QemuXhci _usb = new();
    private readonly VirtioScsiPci _scsi = new();
    private readonly VirtioSerialPci _serial = new();

    /// <summary>The records of such devices.</summary>
    public static IReadOnlyCollection<Type> HotPluggable { get; } =
    [
        .. typeof(Qemu).Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && Kinds.Any(kind => kind.IsAssignableFrom(type))),
    ];

    private static Type[] Kinds => [typeof(IPciSlotDevice), typeof(IUsbDevice), typeof(IScsiDevice), typeof(IVirtioSerialDevice)];

    public static bool IsHotPluggable(IDevice device) => HotPluggable.Contains(device.GetType());

    public Task<VirtualMachine> StartAsync(CancellationToken cancellationToken)
    {
        var host = new LocalHost(new LocalHostOptions { RunRoot = stage.Path("run") });
        return host.StartAsync(Eject(Fill(Qemu.Pc())), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }, cancellationToken);
    }

    /// <summary>The same device for a bus of this VM, wherever it was.</summary>
    public IDevice Take(IDevice device)
    {
        var type = device.GetType();
        var taken = (IDevice)type.GetMethod("<Clone>$")!.Invoke(device, null)!;
        Set("Id", null);
        Set("Address", null);
        Set("Multifunction", null);
        Set("PciBus", null);
        Set("PcieBus", null);
        Set("UsbBus", _usb);
        Set("ScsiBus", _scsi);
        Set("VirtioSerialBus", _serial);
        return taken;

        void Set(string name, object? value) => type.GetProperty(name)?.SetValue(taken, value);
    }

    private QemuCommand<TMachine> Fill<TMachine>(QemuCommand<TMachine> command)
        where TMachine : IMemoryMachine<TMachine>, IHasPciBus => command
        .WithProgram(program)
        .AddMemory(size: 128.MiB(), slots: 2, maxMem: 1.GiB())
        .WithMachine(static board => board.WithMemoryBackend(new MemoryBackendMemfd { Size = 128.MiB(), Share = true }))
        .Add(new TcgAccelerator())
        .Add(new Vga { Id = "screen" })
        .Add(_usb)
        .Add(_scsi)
        .Add(_serial);

    private QemuCommand<Pc> Eject(QemuCommand<Pc> command)
    {
        var guest = MarkerGuests.Eject();
        return guest.BootArguments(guest.WriteTo(stage.Folder)).Chunk(2).Aggregate(command, static (all, pair) => all.AddRaw(pair[0], pair[1]));
    }
}
