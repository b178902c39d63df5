using CsCheck;

namespace QemuDsl.Abstractions.Tests;

/// <summary>The object graph: each back end once, before its users, with an id of its own.</summary>
public sealed class GraphTests
{
    [Fact]
    public void Back_end_comes_before_its_user_and_once()
    {
        var chardev = new LabChardev { Path = "p" };
        var net = new LabNet { Chardev = chardev };

        var command = Empty().Add(new LabCard { Netdev = net }).Add(chardev).Add(net);

        Assert.Equal(
            ["-machine", "lab", "-chardev", "lab,id=chardev0,path=p", "-netdev", "lab,id=netdev0,chardev=chardev0", "-device", "lab-card,id=dev0,netdev=netdev0"],
            command.Arguments);
    }

    [Fact]
    public void Equal_records_that_are_not_the_same_stay_apart()
    {
        var command = Empty().Add(new LabCard { Netdev = new LabNet() }).Add(new LabCard { Netdev = new LabNet() });

        Assert.Equal(2, command.Arguments.Count(static argument => argument == "-netdev"));
    }

    [Fact]
    public void Automatic_ids_step_over_every_id_somebody_chose() => Gen.Bool.Array[1, 60].Sample(static explicitly =>
    {
        var command = Empty();
        foreach (var (index, chosen) in explicitly.Index())
        {
            // Chosen ids look like automatic ones, in reverse.
            command = command.Add(new LabNet { Id = chosen ? new QemuId($"netdev{explicitly.Length - index}") : default(QemuId?) });
        }

        var ids = command.Arguments.Where(static argument => argument.StartsWith("lab,id=", StringComparison.Ordinal)).ToList();
        return ids.Count == explicitly.Length && ids.Distinct().Count() == ids.Count && command.Check().Count == 0;
    });

    [Theory]
    [InlineData("-netdev", "user,id=netdev0")]
    [InlineData("-netdev", "{\"type\": \"user\", \"id\": \"netdev0\"}")]
    [InlineData("-netdev", "type=user,id=netdev0,hostname=a")]
    public void Automatic_ids_step_over_raw_arguments(params string[] raw) =>
        Assert.Equal("lab,id=netdev1", Empty().AddRaw(raw).Add(new LabNet()).Arguments[^1]);

    [Fact]
    public void Hundreds_of_options_that_share_back_ends_are_written_once_each()
    {
        var shared = new LabNet { Chardev = new LabChardev() };
        var command = Empty();
        for (var index = 0; index < 300; index++)
        {
            command = command.Add(new LabSwitch { Text = $"{index}" }).Add(new LabNet { Chardev = shared.Chardev });
        }

        Assert.Equal(1, command.Arguments.Count(static argument => argument == "-chardev"));
        Assert.Equal(300, command.Arguments.Count(static argument => argument == "-netdev"));
        Assert.Contains("lab,id=netdev299,chardev=chardev0", command.Arguments);
        Assert.Contains(command.Check(), static finding => finding.Id == FindingIds.SharedBackend);
    }

    [Fact]
    public void Without_an_address_QEMU_places_and_with_one_the_command_places_all()
    {
        var placed = QemuCommand.Create(new LabMachine()).Add(Card()).Add(Card() with { Address = new PciAddress(3) }).Add(Card());

        Assert.DoesNotContain(Empty().Add(Card()).Add(Card()).Arguments, static argument => argument.Contains("addr=", StringComparison.Ordinal));
        Assert.Equal(["2.0", "3.0", "4.0"], Addresses(placed));
    }

    [Fact]
    public void Slots_of_the_cards_that_QEMU_adds_by_itself_stay_free()
    {
        var placed = Empty().Add(Card()).Add(Card() with { Address = new PciAddress(3) }).Add(Card());

        Assert.Equal(["5.0", "3.0", "6.0"], Addresses(placed));
    }

    [Fact]
    public void Two_devices_in_one_slot_are_found()
    {
        var command = Empty().Add(Card() with { Address = new PciAddress(5) }).Add(Card() with { Address = new PciAddress(5) });

        var finding = Assert.Single(command.Check(), static finding => finding.Severity == Severity.Error);
        Assert.Equal("addr", finding.Key);
        Assert.Contains("5.0", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Id_twice_is_found()
    {
        var finding = Assert.Single(Empty().Add(new LabNet { Id = "n" }).Add(new LabNet { Id = "n" }).Check());

        Assert.Equal(("id", "n", Severity.Error), (finding.Key, finding.Value, finding.Severity));
    }

    [Fact]
    public void Id_that_nobody_defines_is_found()
    {
        var finding = Assert.Single(Empty().Add(new LabCard { Netdev = Netdev.ById("nowhere") }).Check());

        Assert.Equal("nowhere", finding.Value);
    }

    private static IEnumerable<string> Addresses(IQemuCommand command) =>
        command.Arguments.Where(static argument => argument.StartsWith("lab-card", StringComparison.Ordinal)).Select(static argument => argument.Split("addr=")[1]);

    private static LabCard Card() => new() { Netdev = new LabNet() };

    private static QemuCommand<LabMachine> Empty() => QemuCommand.Bare(new LabMachine());
}
