using QemuDsl.Generators.Model;
using QemuDsl.Generators.Parsing;

namespace QemuDsl.Generators.Emit;

/// <summary>The interfaces that say what kind a record is, and their members.</summary>
internal static class Interfaces
{
    private const string Ours = "global::QemuDsl.";

    private static readonly string[] Cpus = ["IX86Cpu", "IArmCpu"];
    private static readonly string[] Machines = ["IX86Machine", "IArmMachine"];

    public static IEnumerable<string> Of(OptionModel model) => Names(model).Select(static name => Ours + name);

    public static void EmitMembers(SourceWriter writer, OptionModel model)
    {
        writer.Line($"{Ours}OptionDescription {Ours}IOption.Description => Definition;").Line();
        if (model.Kind == Kind.Blockdev)
        {
            writer.Line($"{Ours}QemuId? {Ours}IReferable.Id => NodeName;").Line();
        }

        if (IsMultiplexed(model))
        {
            writer.Line($"bool {Ours}IMultiplexed.IsMultiplexed => Mux == true;").Line();
        }

        if (model.Kind == Kind.Machine)
        {
            writer.Line($"{Ours}Target {Ours}IMachine.Target => ({Ours}Target){Literal.Number(model.Target)};").Line();
            writer.Line($"global::System.ReadOnlySpan<int> {Ours}IMachine.BoardPciSlots => [{string.Join(", ", model.BoardPciSlots.Select(static slot => Literal.Number(slot)))}];").Line();
        }

        if (model.Kind == Kind.Device)
        {
            EmitDeviceMembers(writer, model);
        }
    }

    private static IEnumerable<string> Names(OptionModel model) => model.Kind switch
    {
        Kind.Machine => MachineNames(model),
        Kind.Device => DeviceNames(model),
        Kind.Cpu => Cpus.Where((_, index) => (model.Target >> index & 1) != 0).DefaultIfEmpty("IOption"),
        Kind.Accelerator or Kind.Switch or Kind.Display => ["I" + model.Kind],
        Kind.Blockdev => ["IOption", "IBlockNode"],
        Kind.Drive => ["IOption", "IBlockBackend"],
        Kind.Object => model.Properties.Any(static property => property.SecretFileKey is not null) ? ["IOption", "IQemuObject", "ISecretHolder"] : ["IOption", "IQemuObject"],
        Kind.Chardev => IsMultiplexed(model) ? ["IOption", "IChardev", "IMultiplexed"] : ["IOption", "IChardev"],
        _ => ["IOption", "I" + model.Kind],
    };

    private static bool IsMultiplexed(OptionModel model) =>
        model.Kind == Kind.Chardev && model.Properties.Any(static property => property is { Name: "Mux", Shape: Shape.Flag, IsList: false });

    private static IEnumerable<string> MachineNames(OptionModel model)
    {
        yield return "IMachine";
        foreach (var name in Targets(model.Target))
        {
            yield return name;
        }

        foreach (var bus in Buses.In(model.Bus))
        {
            yield return $"IHas{bus}Bus";
        }
    }

    public static IEnumerable<string> Targets(int target) =>
        Machines.Where((_, index) => (target >> index & 1) != 0);

    private static IEnumerable<string> DeviceNames(OptionModel model)
    {
        yield return model.Bus == 0 ? "IDevice" : $"I{Buses.In(model.Bus).First()}Device";
        if (BusOf(model) is not null)
        {
            yield return "IPlugged";
        }

        foreach (var bus in Buses.In(model.Provides))
        {
            yield return $"I{bus}Bus";
        }
    }

    private static PropertyModel? BusOf(OptionModel model) =>
        model.Properties.FirstOrDefault(static property => property.IsBus);

    private static void EmitDeviceMembers(SourceWriter writer, OptionModel model)
    {
        if (BusOf(model) is { } bus)
        {
            writer.Line($"{Ours}IDeviceBus? {Ours}IPlugged.BusOfDevice => {bus.Access};").Line();
        }

        if (model.Bus == Buses.Pcie)
        {
            writer.Line($"{Ours}IPciBus? {Ours}IPciSlotDevice.PciBus => PcieBus;").Line();
        }

        if (model.Provides != 0)
        {
            writer.Line($"string {Ours}IDeviceBus.BusSuffix => {Literal.Text(model.BusSuffix)};").Line();
            writer.Line($"int {Ours}IDeviceBus.Ports => {Literal.Number(model.Ports)};").Line();
        }
    }
}
