namespace QemuDsl.Generators.Tests;

/// <summary>What a declaration becomes, seen from outside: arguments, findings, members.</summary>
public sealed class RenderingTests
{
    private const string Card =
        """
        /// <summary>Speed.</summary>
        [OptionEnum] public enum Speed { Slow, [Value("very-fast")] Fast }

        /// <summary>A place.</summary>
        [OptionPart] public sealed partial record Place { public required string Host { get; init; } public int? Port { get; init; } }

        /// <summary>A card.</summary>
        [Device("x-card", Bus = Bus.Pci)]
        public sealed partial record XCard
        {
            public required INetdev Netdev { get; init; }
            public string? Label { get; init; }
            public bool? On { get; init; }
            [Range(1, 8)] [PowerOfTwo] public int? Queues { get; init; }
            [Key("mem_size")] public ByteSize? Size { get; init; }
            public Speed? Speed { get; init; }
            public Place? Peer { get; init; }
            public OptionList<string> Names { get; init; } = [];
            [Conflicts(nameof(Label))] [Requires(nameof(Queues))] public uint? Extra { get; init; }
            [Since("99.0")] public bool? Future { get; init; }
            [Pattern("^[a-z]+$")] public string? Word { get; init; }
        }
        """;

    [Theory]
    [InlineData("new XCard { Netdev = new UserNetdev() }", "x-card,id=dev0,netdev=netdev0")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Id = \"me\" }", "x-card,id=me,netdev=n")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Label = \"a,b\" }", "x-card,id=dev0,netdev=n,label=a,,b")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), On = false, Queues = 4 }", "x-card,id=dev0,netdev=n,on=off,queues=4")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Size = 3.MiB(), Speed = Speed.Fast }", "x-card,id=dev0,netdev=n,mem_size=3M,speed=very-fast")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Peer = new Place { Host = \"h\", Port = 5 } }", "x-card,id=dev0,netdev=n,peer.host=h,peer.port=5")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Names = [\"a\", \"b\"] }", "x-card,id=dev0,netdev=n,names=a,names=b")]
    [InlineData("new XCard { Netdev = Netdev.ById(\"n\"), Address = new PciAddress(31, 7) }", "x-card,id=dev0,netdev=n,addr=1f.7")]
    public void As_key_value(string record, string expected) =>
        Assert.Equal(expected, CompiledCode.Evaluate<string>(Card, $"Qemu.Pc().Add({record}).Arguments.Last()"));

    [Fact]
    public void As_JSON()
    {
        var rendered = CompiledCode.Evaluate<string>(
            Card,
            """
            Qemu.Pc().Add(new XCard { Netdev = Netdev.ById("n"), Label = "a\"b,", On = true, Queues = 2, Size = 3.MiB(), Speed = Speed.Slow,
                Peer = new Place { Host = "h" }, Names = ["x", "y"] }).WithNotation(Notation.Json).Arguments.Last()
            """);

        Assert.Equal(
            """{"driver":"x-card","id":"dev0","netdev":"n","label":"a\"b,","on":true,"queues":2,"mem_size":3145728,"speed":"slow","peer":{"host":"h"},"names":["x","y"]}""",
            rendered);
    }

    [Theory]
    [InlineData("Queues = 3", "QDV0003 'queues'")]
    [InlineData("Queues = 16", "QDV0002 'queues'")]
    [InlineData("Extra = 1, Label = \"x\", Queues = 1", "QDV0005 'extra'")]
    [InlineData("Extra = 1", "QDV0006 'extra'")]
    [InlineData("Word = \"A\"", "QDV0004 'word'")]
    [InlineData("Queues = 8, Word = \"a\"", "")]
    public void Rules_are_checked(string properties, string expected)
    {
        var found = CompiledCode.Evaluate<string>(
            Card,
            $"string.Join(\" \", Qemu.Pc().Add(new XCard {{ Netdev = new UserNetdev(), {properties} }}).Check().Select(f => f.Id + \" '\" + f.Key + \"'\"))");

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Releases_are_checked_for_the_version() => Assert.Equal(
        "QDV0008",
        CompiledCode.Evaluate<string>(
            Card, "Qemu.Pc().Add(new XCard { Netdev = new UserNetdev(), Future = true }).Check(new QemuVersion(10, 0)).Single().Id"));

    [Fact]
    public void Add_takes_required_members_first_and_the_others_by_name() => Assert.Equal(
        "x-card,id=dev0,netdev=netdev0,label=l,queues=2",
        CompiledCode.Evaluate<string>(Card, "Qemu.Pc().AddXCard(new UserNetdev(), queues: 2, label: \"l\").Arguments.Last()"));

    [Fact]
    public void With_changes_a_copy() => Assert.Equal(
        "1 2",
        CompiledCode.Evaluate<string>(
            Card, "((System.Func<string>)(() => { var a = new XCard { Netdev = new UserNetdev(), Queues = 1 }; var b = a.WithQueues(2); return a.Queues + \" \" + b.Queues; }))()"));

    [Fact]
    public void Keys_are_described() => Assert.Equal(
        "id netdev label on queues mem_size speed peer names extra future word",
        CompiledCode.Evaluate<string>(
            Card,
            "string.Join(\" \", ((IOption)new XCard { Netdev = new UserNetdev() }).Description.Keys.Select(k => k.Key).Where(k => k is not (\"bus\" or \"addr\" or \"multifunction\" or \"romfile\" or \"rombar\")))"));
}
