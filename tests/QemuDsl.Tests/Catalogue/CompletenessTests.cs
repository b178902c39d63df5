using System.Reflection;

namespace QemuDsl.Tests.Catalogue;

/// <summary>No record and no key is left untried without a reason.</summary>
public sealed class CompletenessTests
{
    private const string OnlyNewerArm = "Newer than QEMU 7.2, and the newer QEMU of the tests is for x86_64 only.";

    private static readonly Dictionary<string, string> NotTried = new()
    {
        ["KvmAccelerator"] = "Machines that run these tests may have a KVM that hangs; how it is written is checked apart.",
        ["RunWith.ExitWithParent"] = "Came with QEMU 10.2, newer than any QEMU the tests run on.",
        ["SmbiosOnboardDevice.PciDev"] = "Tried with a network card by the tests of devices.",
        ["Virt.AuxRamShare"] = OnlyNewerArm,
        ["Virt.CompactHighmem"] = OnlyNewerArm,
        ["Virt.HighmemEcam"] = OnlyNewerArm,
        ["Virt.HighmemMmio"] = OnlyNewerArm,
        ["Virt.HighmemMmioSize"] = OnlyNewerArm,
        ["Virt.HighmemRedists"] = OnlyNewerArm,
        ["Vnc.Display"] = "Tried with a video card by the tests of devices.",
    };

    [Fact]
    public async Task Every_record_that_is_no_device_has_a_sample_that_sets_every_property()
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
        .Where(static type => !type.IsAbstract && (IsOption(type) || typeof(IOptionPart).IsAssignableFrom(type)))
        .SelectMany(static type => SampledProperties.PropertiesOf(type).Select(property => SampledProperties.NameOf(type,
            property)).Prepend(type.Name));

    private static bool IsOption(Type type) => typeof(IOption).IsAssignableFrom(type) && type.GetCustomAttribute<DeviceAttribute>() is null;

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
