using System.Text.RegularExpressions;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>Real QEMU takes every back end, with every key, while it runs.</summary>
public sealed class HotPlugTests
{
    private static readonly string[] Sections = ["netdevs", "chardevs", "objects", "blockdevs"];

    private static readonly Dictionary<string, string> NotTried = new()
    {
        ["netdevs: vhost-user"] = "QEMU stands still, guest and QMP with it, until the peer connects.",
        ["netdevs: tap by descriptors"] = "QEMU aborts when they are not open, and they can be handed over at its start only.",
    };

    private static readonly Type[] BackEnds = [typeof(INetdev), typeof(IChardev), typeof(IBlockNode), typeof(IQemuObject)];

    // Its samples are not tried.
    private static readonly string[] NotTriedKeys = ["VhostUserNetdev", "TapNetdev.Fds", "TapNetdev.VhostFds"];

    // What a running QEMU says otherwise than a starting one; nothing when it takes it, such as one that goes on trying to connect.
    private static readonly Dictionary<string, string?> Otherwise = new()
    {
        ["netdevs: TCP options"] = null,
        ["chardevs: socket by descriptor"] = "File descriptor named '99' has not been found",
    };

    private static IEnumerable<Sample> Tried => AllSamples.All.Where(static sample =>
        sample.Target == "x86_64" && Sections.Contains(sample.Name.Split(':')[0]) && !NotTried.ContainsKey(sample.Name));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var sample in Tried)
            {
                if (sample.Since <= new QemuVersion(7, 2))
                {
                    runs.Add(sample.Name, QemuBinaries.Installed);
                }

                if (sample.NotUnpacked is null)
                {
                    runs.Add(sample.Name, QemuBinaries.Unpacked);
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Back_ends_of_the_sample_are_plugged_in_and_out(string name, string qemu)
    {
        var sample = AllSamples.Named(name);
        await using var stage = new Stage();
        var command = (QemuCommand<Pc>)await sample.Build(stage);
        var plugged = command.Options.Where(IsPlugged).ToList();
        var rest = plugged.Aggregate(command, static (left, option) => left.Without(option)).WithProgram(QemuBinaries.Require(qemu, "x86_64").Path);
        var host = new LocalHost(new LocalHostOptions { RunRoot = stage.Path("run") });
        await using var vm = await host.StartAsync(rest, new VmOptions { StartPaused = true }, Token);
        var expected = Otherwise.TryGetValue(name, out var other) ? other : sample.StopsAt;

        try
        {
            foreach (var option in plugged)
            {
                await AddAsync(vm, option);
            }
        }
        catch (HotPlugException refused) when (expected is not null)
        {
            Assert.Matches(new Regex(expected), refused.Message);
            return;
        }

        Assert.True(expected is null || sample.MayRun, $"QEMU took it, and '{expected}' was expected.");
        foreach (var option in Enumerable.Reverse(plugged))
        {
            await RemoveAsync(vm, option);
        }
    }

    // QEMU 7.2 counts the multiplexer itself among those that use it.
    private static async Task RemoveMultiplexedAsync(VirtualMachine vm, IChardev chardev)
    {
        try
        {
            await vm.RemoveAsync(chardev, Token);
        }
        catch (HotPlugException busy) when (busy.Message.Contains("is busy", StringComparison.Ordinal) && vm.Qmp.Version < new QemuVersion(8, 0))
        {
            Assert.Equal(HotPlugFailure.Refused, busy.Failure);
        }
    }

    [Fact]
    public async Task Every_back_end_is_tried_with_every_key()
    {
        var tried = new SampledProperties();
        foreach (var sample in Tried)
        {
            await using var stage = new Stage();
            foreach (var option in (await sample.Build(stage)).Options.Where(IsPlugged))
            {
                tried.Add(option);
            }
        }

        var missing = typeof(Qemu).Assembly.GetExportedTypes()
            .Where(static type => !type.IsAbstract && typeof(IOption).IsAssignableFrom(type) && BackEnds.Any(kind => kind.IsAssignableFrom(type)))
            .SelectMany(static type => SampledProperties.PropertiesOf(type).Select(property => SampledProperties.NameOf(type, property)).Prepend(type.Name))
            .Where(name => !tried.Set.Contains(name) && !NotTriedKeys.Contains(name) && !NotTriedKeys.Contains(name.Split('.')[0]));

        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_not_tried_is_there() =>
        Assert.All([.. NotTried.Keys, .. Otherwise.Keys], static name => Assert.Contains(AllSamples.All, sample => sample.Name == name));

    private static bool IsPlugged(IOption option) => BackEnds.Any(kind => kind.IsInstanceOfType(option));

    private static Task AddAsync(VirtualMachine vm, IOption option) => option switch
    {
        INetdev netdev => vm.AddAsync(netdev, Token),
        IChardev chardev => vm.AddAsync(chardev, Token),
        IBlockNode node => vm.AddAsync(node, Token),
        IQemuObject qemuObject => vm.AddAsync(qemuObject, Token),
        _ => throw new InvalidOperationException($"{option.Description.Display} is no back end."),
    };

    private static Task RemoveAsync(VirtualMachine vm, IOption option) => option switch
    {
        INetdev netdev => vm.RemoveAsync(netdev, Token),
        IChardev and IMultiplexed { IsMultiplexed: true } => RemoveMultiplexedAsync(vm, (IChardev)option),
        IChardev chardev => vm.RemoveAsync(chardev, Token),
        IBlockNode node => vm.RemoveAsync(node, Token),
        IQemuObject qemuObject => vm.RemoveAsync(qemuObject, Token),
        _ => throw new InvalidOperationException($"{option.Description.Display} is no back end."),
    };
}
