using System.Reflection;

namespace QemuDsl.Tests.Catalogue;

/// <summary>No record and no key is left untried without a reason.</summary>
public sealed class CompletenessTests
{
    private const string OnlyNewerArm = "Newer than QEMU 7.2, and the newer QEMU of the tests is for x86_64 only.";

    private const string NoModules = "Newer than QEMU 7.2, and the newer QEMU of the tests has no modules, of which virtio-gpu is one.";

    // The generator adds them to every device of a bus alike; "where a device sits", "SATA" and "floppy" try them.
    private static readonly HashSet<string> Added =
        ["Id", "PciBus", "PcieBus", "Address", "Multifunction", "RomFile", "IdeBus", "FloppyBus", "Unit"];

    private static readonly Dictionary<string, string> NotTried = new()
    {
        ["KvmAccelerator"] = "Machines that run these tests may have a KVM that hangs; how it is written is checked apart.",
        ["RunWith.ExitWithParent"] = "Came with QEMU 10.2, newer than any QEMU the tests run on.",
        ["Virt.AuxRamShare"] = OnlyNewerArm,
        ["Virt.CompactHighmem"] = OnlyNewerArm,
        ["Virt.HighmemEcam"] = OnlyNewerArm,
        ["Virt.HighmemMmio"] = OnlyNewerArm,
        ["Virt.HighmemMmioSize"] = OnlyNewerArm,
        ["Virt.HighmemRedists"] = OnlyNewerArm,
        ["VirtioGpuDevice.HostMem"] = NoModules,
        ["VirtioGpuPci.HostMem"] = NoModules,
    };

    [Fact]
    public async Task Every_record_has_a_sample_that_sets_every_property()
    {
        var sampled = await SampledAsync();

        var missing = Wanted().Where(name => !sampled.Contains(name) && !IsExcused(name)).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public async Task What_is_excused_is_there_and_has_no_sample()
    {
        var sampled = await SampledAsync();
        var wanted = Wanted().ToHashSet();

        Assert.All(NotTried.Keys, name =>
        {
            Assert.Contains(name, wanted);
            Assert.DoesNotContain(name, sampled);
        });
    }

    private static IEnumerable<string> Wanted() => typeof(Qemu).Assembly.GetExportedTypes()
        .Where(static type => !type.IsAbstract && (typeof(IOption).IsAssignableFrom(type) || typeof(IOptionPart).IsAssignableFrom(type)))
        .SelectMany(static type => Properties(type).Select(property => SampledProperties.NameOf(type, property)).Prepend(type.Name));

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        SampledProperties.PropertiesOf(type).Where(property => !typeof(IDevice).IsAssignableFrom(type) || !Added.Contains(property.Name));

    private static bool IsExcused(string name) => NotTried.ContainsKey(name) || NotTried.ContainsKey(name.Split('.')[0]);

    private static async Task<IReadOnlySet<string>> SampledAsync()
    {
        var properties = new SampledProperties();
        foreach (var sample in AllSamples.All)
        {
            await using var stage = new Stage();
            var command = await sample.Build(stage);
            properties.Add(Machine(command));
            foreach (var option in command.Options)
            {
                properties.Add(option);
            }
        }

        return properties.Set;
    }

    private static IOption Machine(IQemuCommand command) =>
        (IOption)command.GetType().GetProperty(nameof(QemuCommand<Pc>.Machine))!.GetValue(command)!;
}
