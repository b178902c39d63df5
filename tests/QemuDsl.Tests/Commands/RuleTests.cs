namespace QemuDsl.Tests.Commands;

/// <summary>Rules over several keys, found before QEMU is started.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, IQemuCommand, string, string?> Broken => new()
    {
        { "bytes that -m would read as MiB", Qemu.Pc().WithMemory(new ByteSize(1_048_577)), FindingIds.OutOfRange, "size" },
        { "less than a KiB", Qemu.Pc().WithMemory(new ByteSize(0)), FindingIds.OutOfRange, "size" },
        { "maxmem under size", Qemu.Pc().AddMemory(1.GiB(), slots: 1, maxMem: 512.MiB()), FindingIds.OutOfRange, "maxmem" },
        { "slots without maxmem", Qemu.Pc().AddMemory(1.GiB(), slots: 1), FindingIds.Requirement, "slots" },
        { "maxcpus under cpus", Qemu.Pc().AddSmp(cpus: 4, maxCpus: 2), FindingIds.OutOfRange, "maxcpus" },
        { "a socket without a place", Qemu.Pc().AddSocketChardev(server: true), FindingIds.Requirement, "path" },
        { "a socket in two places", Qemu.Pc().AddSocketChardev(path: "/a", port: 1), FindingIds.Conflict, "path" },
        { "a host without a port", Qemu.Pc().AddSocketChardev(path: "/a", host: "h"), FindingIds.Requirement, "host" },
        { "a listening socket that comes back", Qemu.Pc().AddSocketChardev(path: "/a", server: true, reconnectMs: 5), FindingIds.Conflict,
            "reconnect-ms" },
        { "a long socket path", Qemu.Pc().AddSocketChardev(path: $"/{new string('a', 107)}"), FindingIds.SocketPathTooLong, "path" },
        { "two ways of a socket", Qemu.Pc().AddSocketNetdev(listen: ":1", connect: "h:1"), FindingIds.Requirement, null },
        { "no way of a socket", Qemu.Pc().AddSocketNetdev(), FindingIds.Requirement, null },
        { "datagrams without an address", Qemu.Pc().AddDgramNetdev(), FindingIds.Requirement, "local" },
        { "a secret without contents", Qemu.Pc().AddSecret(), FindingIds.Requirement, "data" },
        { "a firmware file without contents", Qemu.Pc().AddFwCfg("opt/x"), FindingIds.Requirement, "file" },
        { "x86 spelling of an Arm CPU", Qemu.Virt().AddArmCpu(ArmCpuModel.Max, ["+sve"]), FindingIds.NoMatch, "features" },
        { "a UUID that is none", Qemu.Pc().AddVmUuid("x"), FindingIds.NoMatch, "uuid" },
        { "one socket for two cards", SharedSocket(), FindingIds.SharedBackend, null },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_broken_rule_is_found(string what, IQemuCommand command, string id, string? key)
    {
        var finding = Assert.Single(command.Check(), finding => finding.Id == id && finding.Key == key);

        Assert.True(finding.Severity == Severity.Error, what);
    }

    [Fact]
    public void Keys_that_came_later_or_went_are_found_for_the_version()
    {
        var command = Qemu.Pc().AddSocketChardev(path: "/a", reconnect: 1).Add(new RunWith { User = "nobody" });

        Assert.Contains(command.Check(new(7, 2)), static finding => finding.Id == FindingIds.TooNew && finding.Option == "-run-with");
        Assert.Contains(command.Check(new(10, 0)), static finding => finding.Id == FindingIds.Deprecated && finding.Key == "reconnect");
        Assert.Contains(command.Check(new(10, 2)), static finding => finding.Id == FindingIds.Removed && finding.Key == "reconnect");
    }

    [Fact]
    public void A_word_that_came_later_is_found_for_the_version()
    {
        var command = Qemu.Pc().AddOvercommit(memLock: MemLock.OnFault);

        Assert.Contains(command.Check(new(9, 2)), static finding => finding.Id == FindingIds.TooNew && finding.Key == "mem-lock");
        Assert.Empty(command.Check(new(10, 0)));
    }

    private static QemuCommand<Pc> SharedSocket()
    {
        var socket = new SocketChardev { Path = "/a" };
        return Qemu.Pc().Add(new VhostUserNetdev { Chardev = socket }).Add(new VhostUserNetdev { Chardev = socket });
    }
}
