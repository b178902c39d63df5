using QemuDsl.CompilerServices;

namespace QemuDsl.Tests.Commands;

/// <summary>What QMP is sent for a record.</summary>
public sealed class PlugPlanTests
{
    [Fact]
    public void Back_ends_come_first_with_ids_that_are_free()
    {
        var steps = Plan(new VirtioNetPci { Netdev = new TapNetdev { Queues = 2 }, Mac = "52:54:00:00:00:01" }, "-netdev", "user,id=netdev0", "-device", "{\"id\":\"dev0\"}");

        Assert.Equal(
            [
                ("netdev_add", """{"type":"tap","id":"netdev1","queues":2}"""),
                ("device_add", """{"driver":"virtio-net-pci","id":"dev1","netdev":"netdev1","mac":"52:54:00:00:00:01"}"""),
            ],
            steps);
    }

    [Fact]
    public void What_is_part_of_the_VM_is_only_named()
    {
        var netdev = new UserNetdev();
        var plan = PlugPlan.Of(new E1000 { Netdev = netdev }, new PlugContext(option => ReferenceEquals(option, netdev) ? "there" : null, [], [], "/run/x"));

        Assert.Equal("""{"driver":"e1000","id":"dev0","netdev":"there"}""", Assert.Single(plan.Steps).Arguments);
    }

    [Fact]
    public void Numbers_sizes_lists_and_parts_are_typed()
    {
        Assert.Equal(
            ("object-add", """{"qom-type":"memory-backend-ram","id":"mem0","size":1048576,"share":true,"host-nodes":[0,1],"policy":"bind"}"""),
            Assert.Single(Plan(new MemoryBackendRam { Size = 1.MiB(), Share = true, HostNodes = "0-1", Policy = HostMemoryPolicy.Bind })));
        Assert.Equal(
            ("netdev_add", """{"type":"user","id":"netdev0","hostfwd":[{"str":"tcp::2222-:22"}]}"""),
            Assert.Single(Plan(new UserNetdev { HostFwd = ["tcp::2222-:22"] })));
    }

    [Fact]
    public void Secret_is_named_by_its_file_and_handed_out_beside()
    {
        var step = Assert.Single(PlugPlan.Of(new Secret { Id = "s", Data = "hunter2" }, Context()).Steps);

        Assert.Equal("""{"qom-type":"secret","id":"s","file":"/run/x/s.secret"}""", step.Arguments);
        Assert.Equal("hunter2"u8, step.Secret!.Content.Span);
    }

    [Theory]
    [MemberData(nameof(Chardevs))]
    public void Character_devices_have_a_form_of_their_own(IChardev chardev, string backend) =>
        Assert.Equal(("chardev-add", $$"""{"id":"chardev0","backend":{{backend}}}"""), Assert.Single(Plan((IOption)chardev)));

    public static TheoryData<IChardev, string> Chardevs => new()
    {
        { new NullChardev(), """{"type":"null","data":{}}""" },
        { new FileChardev { Path = "o", InputPath = "i", Append = true, LogFile = "l" }, """{"type":"file","data":{"out":"o","in":"i","append":true,"logfile":"l"}}""" },
        { new PipeChardev { Path = "p" }, """{"type":"pipe","data":{"device":"p"}}""" },
        { new SocketChardev { Path = "s" }, """{"type":"socket","data":{"addr":{"type":"unix","data":{"path":"s"}},"server":false}}""" },
        {
            new SocketChardev { Port = 5, Host = "h", To = 9, Server = true, Wait = false, Telnet = true },
            """{"type":"socket","data":{"addr":{"type":"inet","data":{"host":"h","port":"5","to":9}},"server":true,"wait":false,"telnet":true}}"""
        },
        { new SocketChardev { Fd = "7" }, """{"type":"socket","data":{"addr":{"type":"fd","data":{"str":"7"}},"server":false}}""" },
        {
            new UdpChardev { Port = 5, LocalPort = 6 },
            """{"type":"udp","data":{"remote":{"type":"inet","data":{"host":"localhost","port":"5"}},"local":{"type":"inet","data":{"host":"","port":"6"}}}}"""
        },
        { new RingbufChardev { Size = 4.KiB() }, """{"type":"ringbuf","data":{"size":4096}}""" },
    };

    [Fact]
    public void Multiplexer_is_a_device_over_its_base() => Assert.Equal(
        [
            ("chardev-add", """{"id":"c-base","backend":{"type":"null","data":{}}}"""),
            ("chardev-add", """{"id":"c","backend":{"type":"mux","data":{"chardev":"c-base"}}}"""),
        ],
        Plan(new NullChardev { Id = "c", Mux = true }));

    [Theory]
    [InlineData("q35", true)]
    [InlineData("pc-q35-7.2", true)]
    [InlineData("type=virt,gic-version=3", true)]
    [InlineData("pc", false)]
    [InlineData("pc-i440fx-7.2", false)]
    public void Root_bus_of_PCI_Express_machines_takes_nothing(string machine, bool refused)
    {
        var plan = PlugPlan.Of(new VirtioRngPci(), Context("-machine", machine));

        Assert.Equal(refused, plan.Findings.Any(static finding => finding.Id == FindingIds.NotHotPluggable));
        Assert.Equal(refused, plan.Steps.Count == 0);
    }

    [Fact]
    public void What_QMP_has_no_command_for_is_found()
    {
        var plan = PlugPlan.Of(new Virtio9pPci { Fsdev = new LocalFsdev { Path = "/", SecurityModel = FsdevSecurityModel.None }, MountTag = "t" }, Context());

        Assert.Equal("-fsdev local", Assert.Single(plan.Findings).Option);
    }

    private static PlugContext Context(params string[] arguments) => new(static _ => null, arguments, [], "/run/x");

    private static IEnumerable<(string Command, string Arguments)> Plan(IOption option, params string[] arguments) =>
        PlugPlan.Of(option, Context(arguments)).Steps.Select(static step => (step.Command, step.Arguments));
}
