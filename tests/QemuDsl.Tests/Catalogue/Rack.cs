using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>A VM with a bus of each kind that takes devices while it runs.</summary>
internal sealed class Rack(Stage stage, string program) : IAsyncDisposable
{
    private readonly LocalHost _host = new(new LocalHostOptions { RunRoot = stage.Path("run") });
    private readonly QemuXhci _usb = new();
    private readonly VirtioScsiPci _scsi = new();
    private readonly VirtioSerialPci _serial = new();
    private VirtualMachine? _vm;

    /// <summary>The records of such devices.</summary>
    public static IReadOnlyCollection<Type> HotPluggable { get; } =
    [
        .. typeof(Qemu).Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && Kinds.Any(kind => kind.IsAssignableFrom(type))),
    ];

    private static Type[] Kinds => [typeof(IPciSlotDevice), typeof(IUsbDevice), typeof(IScsiDevice), typeof(IVirtioSerialDevice)];

    public static bool IsHotPluggable(IDevice device) => HotPluggable.Contains(device.GetType());

    /// <summary>One without devices of others.</summary>
    public async Task<VirtualMachine> VmAsync(CancellationToken cancellationToken)
    {
        if (_vm is null || !GivesBack(_vm))
        {
            await DisposeAsync();
            _vm = await _host.StartAsync(Fill(Qemu.Pc()), new VmOptions { StartPaused = true }, cancellationToken);
        }

        return _vm;
    }

    /// <summary>Whether it gives PCI devices back in a reset.</summary>
    public static bool GivesBack(VirtualMachine vm) => vm.Qmp.Version < new QemuVersion(10, 0);

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

    public async ValueTask DisposeAsync()
    {
        if (_vm is not null)
        {
            await _vm.DisposeAsync();
        }
    }

    private QemuCommand<Pc> Fill(QemuCommand<Pc> command) => command
        .WithProgram(program)
        .AddMemory(size: 128.MiB(), slots: 2, maxMem: 1.GiB())
        .WithMachine(static board => board.WithMemoryBackend(new MemoryBackendMemfd { Size = 128.MiB(), Share = true }))
        .Add(new TcgAccelerator())
        .Add(new Vga { Id = "screen" })
        .Add(_usb)
        .Add(_scsi)
        .Add(_serial);
}
