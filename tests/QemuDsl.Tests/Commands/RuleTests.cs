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
        { "a topology that is not the number of CPUs", Qemu.Pc().AddSmp(cpus: 4, sockets: 1, cores: 2, threads: 1), FindingIds.OutOfRange, "cpus" },
        { "a topology that is not maxcpus", Qemu.Q35().AddSmp(cpus: 2, maxCpus: 8, sockets: 2, dies: 2, cores: 1, threads: 1), FindingIds.OutOfRange, "maxcpus" },
        { "one id for two networks", Qemu.Pc().Add(new UserNetdev { Id = "mgmt" }).Add(new UserNetdev { Id = "mgmt" }), FindingIds.DuplicateId, "id" },
        { "vhost-user without shared memory", VhostUser(new SocketChardev { Path = "/a" }).WithMemory(64.MiB()), FindingIds.MemoryNotShared, null },
        { "vhost-user without shared memory, in JSON", VhostUser(new SocketChardev { Path = "/a" }).WithNotation(Notation.Json), FindingIds.MemoryNotShared, null },
        { "virtiofs without shared memory", Qemu.Pc().Add(new VhostUserFsPci { Chardev = new SocketChardev { Path = "/a" }, Tag = "t" }), FindingIds.MemoryNotShared, null },
        { "vhost-user over a file", VhostUser(new FileChardev { Path = "/a" }), FindingIds.WrongBackend, "chardev" },
        { "no CPU", Qemu.Pc().AddSmp(cpus: 0), FindingIds.OutOfRange, "cpus" },
        { "a client that waits", Qemu.Pc().AddSocketChardev(path: "/a", wait: true), FindingIds.Requirement, "wait" },
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
    public void Shared_memory_is_enough_for_vhost_user()
    {
        var command = VhostUser(new SocketChardev { Path = "/a" }).WithMemory(64.MiB(), share: true);

        Assert.Empty(command.Check());
        Assert.Empty(command.WithNotation(Notation.Json).Check());
    }

    [Theory]
    [InlineData("-chardev", "file,id=b,path=/tmp/a")]
    [InlineData("-chardev", "null,id=b,logfile=/tmp/a")]
    [InlineData("-serial", "file:/tmp/a")]
    public void Two_writers_of_one_file_are_told(string option, string value)
    {
        var command = Qemu.Pc().AddIsaSerial(new FileChardev { Path = "/tmp/a" });

        var finding = Assert.Single(command.AddRaw(option, value).Check());
        Assert.Equal((FindingIds.SharedFile, Severity.Warning, "/tmp/a"), (finding.Id, finding.Severity, finding.Value));
        Assert.Empty(command.AddRaw("-serial", "file:/tmp/b").Check());
        Assert.Empty(Qemu.Pc().AddIsaSerial(new FileChardev { Path = "/dev/null" }).AddRaw("-serial", "file:/dev/null").Check());
    }

    [Theory]
    [InlineData(4, null, 1, null, 4, 1)]
    [InlineData(4, null, null, null, 2, 1)]
    [InlineData(2, 8, 2, 2, 2, 1)]
    [InlineData(null, null, 2, 2, 2, 1)]
    public void Topology_that_fits_or_leaves_a_level_to_QEMU_is_taken(int? cpus, int? maxCpus, int? sockets, int? dies, int? cores, int? threads) =>
        Assert.Empty(Qemu.Pc().AddSmp(cpus, maxCpus, sockets, dies, cores: cores, threads: threads).Check());

    [Fact]
    public void Keys_that_came_later_or_went_are_found_for_the_version()
    {
        var command = Qemu.Pc().AddSocketChardev(path: "/a", reconnect: 1).Add(new RunWith { User = "nobody" });

        Assert.Contains(command.Check(new(7, 2)), static finding => finding.Id == FindingIds.TooNew && finding.Option == "-run-with");
        Assert.Contains(command.Check(new(10, 0)), static finding => finding.Id == FindingIds.Deprecated && finding.Key == "reconnect");
        Assert.Contains(command.Check(new(10, 2)), static finding => finding.Id == FindingIds.Removed && finding.Key == "reconnect");
    }

    [Fact]
    public void A_key_that_went_is_found_for_the_version()
    {
        var command = Qemu.Pc().Add(new VirtioBlkPci { Drive = BlockBackend.ById("disk"), Scsi = true }).Add(new TcgAccelerator { OneInsnPerTb = true });

        Assert.Contains(command.Check(new(9, 1)), static finding => finding.Id == FindingIds.Removed && finding.Key == "scsi");
        Assert.DoesNotContain(command.Check(new(9, 0)), static finding => finding.Id == FindingIds.Removed);
        Assert.Contains(command.Check(new(7, 2)), static finding => finding.Id == FindingIds.TooNew && finding.Key == "one-insn-per-tb");
    }

    [Fact]
    public void A_CPU_feature_said_in_both_ways_is_told()
    {
        var finding = Assert.Single(Qemu.Pc().AddX86Cpu(X86CpuModel.Max, ["+avx2", "svm=off", "avx2=off"]).Check());

        Assert.Equal((FindingIds.Conflict, Severity.Warning, "avx2=off"), (finding.Id, finding.Severity, finding.Value));
        Assert.Empty(Qemu.Pc().AddX86Cpu(X86CpuModel.Max, ["+avx2", "-svm", "sse=off"]).Check());
    }

    [Fact]
    public void A_word_that_came_later_is_found_for_the_version()
    {
        var command = Qemu.Pc().AddOvercommit(memLock: MemLock.OnFault);

        Assert.Contains(command.Check(new(9, 2)), static finding => finding.Id == FindingIds.TooNew && finding.Key == "mem-lock");
        Assert.Empty(command.Check(new(10, 0)));
    }

    private static QemuCommand<Pc> VhostUser(IChardev chardev) => Qemu.Pc().AddVirtioNetPci(new VhostUserNetdev { Chardev = chardev });

    private static QemuCommand<Pc> SharedSocket()
    {
        var socket = new SocketChardev { Path = "/a" };
        return Qemu.Pc().Add(new VhostUserNetdev { Chardev = socket }).Add(new VhostUserNetdev { Chardev = socket });
    }
}
