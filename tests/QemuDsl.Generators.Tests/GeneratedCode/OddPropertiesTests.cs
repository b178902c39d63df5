namespace QemuDsl.Generators.Tests;

/// <summary>Whatever properties hold.</summary>
public sealed class OddPropertiesTests
{
    public static TheoryData<string> Fine =>
    [
        // Every shape, alone and in lists.
        """
        namespace Lab; [Device("x")] public sealed partial record X { public System.Guid? G { get; init; }
        public OptionList<System.Guid> Gs { get; init; } = []; public OptionList<int> I { get; init; } = [];
        public OptionList<ByteSize> S { get; init; } = []; public OptionList<MacAddress> M { get; init; } = [];
        public OptionList<byte> B { get; init; } = []; public OptionList<QemuId> Q { get; init; } = []; }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public required System.Guid G { get; init; }
        public required ByteSize S { get; init; } public required CpuSet C { get; init; }
        public required MacAddress M { get; init; } public required ulong U { get; init; } public required bool B { get; init; }
        public required QemuId I { get; init; } public required OptionList<string> L { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { public byte? A { get; init; } public sbyte? B { get; init; }
        public short? C { get; init; } public ushort? D { get; init; } public uint? E { get; init; } public long? F { get; init; }
        public ulong? G { get; init; } }
        """,
        """
        namespace Lab; [OptionPart] public sealed partial record P { public P? Inner { get; init; }
        public OptionList<P> More { get; init; } = []; } [Device("x")] public sealed partial record X { public P? A { get; init; }
        public required P B { get; init; } public OptionList<P> C { get; init; } = []; }
        """,
        """
        namespace Lab; [Chardev("y")] public sealed partial record Y; [Device("x")] public sealed partial record X {
        public Y? A { get; init; } public required Y B { get; init; } }
        """,
        """
        namespace Lab; [OptionEnum] public enum E { A = 1, B = 1 } [Device("x")] public sealed partial record X {
        public E? A { get; init; } public required E B { get; init; } public OptionList<E> C { get; init; } = []; }
        """,
        "namespace Lab; [OptionEnum] public enum E { }",
        "namespace Lab; [OptionEnum] public enum E : ulong { A = ulong.MaxValue }",
        "namespace Lab; [Chardev(\"x\")] public sealed partial record X { public bool? Mux { get; init; } }",
        "namespace Lab; [Chardev(\"x\")] public sealed partial record X { public required bool Mux { get; init; } }",

        // Every rule on every type it fits.
        """
        namespace Lab; [Device("x")] public sealed partial record X { [AtLeast(1)] public required ulong U { get; init; }
        [Range(0, 5)] public ulong? V { get; init; } [PowerOfTwo] public required ByteSize S { get; init; } [Pattern("a")]
        public required MacAddress M { get; init; } [Pattern("a")] public MacAddress? O { get; init; } [AtLeast(1)]
        public OptionList<int> L { get; init; } = []; [Pattern("x")] public OptionList<string> P { get; init; } = []; [PowerOfTwo]
        public OptionList<ByteSize> Q { get; init; } = []; }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { [AtLeast(long.MinValue)] [Range(long.MinValue, long.MaxValue)]
        public long? A { get; init; } }
        """,
        """
        namespace Lab; [Device("x")] public sealed partial record X { [Conflicts(nameof(L))]
        public OptionList<string> L { get; init; } = []; [Requires(nameof(L))] [Conflicts(nameof(A))] public int? A { get; init; } }
        """,

        // Styles.
        """
        namespace Lab; [Device("x")] public sealed partial record X { [JsonItem("q")] public OptionList<string> L { get; init; } =
        []; [ListStyle(":", JoinedInJson = true)] public OptionList<int> M { get; init; } = []; [Positional]
        public OptionList<string> N { get; init; } = []; }
        """,
        """
        namespace Lab; [OptionEnum] public enum E { A } [Switch("-x")] public sealed partial record X { [Positional]
        public required MacAddress M { get; init; } [Positional] public ByteSize? S { get; init; } [Positional]
        public required E E { get; init; } [Positional] public System.Guid? G { get; init; } }
        """,

        // Comments that mean something only where they stand.
        """
        namespace Lab; /// <summary>An <see cref="X"/>.</summary>
        [Device("x")] public sealed
        partial record X { /// <summary>See <see cref="System.Collections.Generic.List{T}"/>, <para><see cref="string.Join(string, string[])"/> and <c>a &lt; b</c></para> &amp; <see href="http://x?a=1&amp;b=2">that</see>.</summary>
        public string? A { get; init; } /// <inheritdoc/>
        public string? B { get; init; } }
        """,

        // Profiles.
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public INetdev? N { get; init; }
        public OptionList<IChardev> C { get; init; } = []; public CpuSet? S { get; init; } public System.Guid? G { get; init; }
        public OptionList<System.Guid> Gs { get; init; } = []; public OptionList<int> I { get; init; } = [];
        public OptionList<string> T { get; init; } = []; }
        """,
        """
        namespace Lab; [OptionEnum] public enum E { A } [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X {
        public E V { get; init; } public E? W { get; init; } public required E Z { get; init; }
        public OptionList<E> L { get; init; } = []; }
        """,
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public string Name { get; init; } = "";
        public required string R { get; init; } public string? N { get; init; } public ByteSize B { get; init; }
        public ByteSize? C { get; init; } public MacAddress M { get; init; } }
        """,
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X {
        public QemuDsl.Machines.Pc Machine { get; init; } = new(); public QemuDsl.Machines.Pc? Other { get; init; } }
        """,
        """
        namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public int M { get; set; }
        public int Ms { get; } public double D => 3; }
        """,
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public int[]? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public dynamic? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public (int, int)? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public nint? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public char? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public object? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public System.DateTime? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public System.Int128? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public OptionList<int>? A { get; init; } }" },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public OptionList<int?> A { get; init; } = []; }" },
        { "QDL0005",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public OptionList<string?> A { get; init; } = []; }
            """ },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public OptionList<bool> A { get; init; } = []; }" },
        { "QDL0005",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public OptionList<CpuSet> A { get; init; } = []; }
            """ },
        { "QDL0005",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public OptionList<ulong> A { get; init; } = []; }
            """ },
        { "QDL0005",
            """
            namespace Lab; [Device("x")] public sealed partial record X { public OptionList<INetdev> A { get; init; } = []; }
            """ },
        { "QDL0005", "namespace Lab; [Device(\"x\")] public sealed partial record X { public Missing? A { get; init; } }" },
        { "QDL0005",
            """
            namespace Lab; [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record X { public double A { get; init; } }
            """ },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { [Key(\"\")] public int? A { get; init; } }" },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { [Key(\"a,b\")] public int? A { get; init; } }" },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { [Key(\"a=b\")] public int? A { get; init; } }" },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { [Key(\"a b\")] public int? A { get; init; } }" },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { [Key(\"ä\")] public int? A { get; init; } }" },
        { "QDL0011", "namespace Lab; [Device(\"x\")] public sealed partial record X { public int? Größe { get; init; } }" },
        { "QDL0011", "namespace Lab; [Netdev(null!)] public sealed partial record X;" },
        { "QDL0011", "namespace Lab; [Device(\"\")] public sealed partial record X;" },
        { "QDL0009", "namespace Lab; [Switch(\"-x\")] public sealed partial record X { [Positional] public bool? A { get; init; } }" },
        { "QDL0009", "namespace Lab; [Switch(\"-x\")] public sealed partial record X { [Positional] public int? A { get; init; } }" },
        { "QDL0009", "namespace Lab; [Switch(\"-x\")] public sealed partial record X { [Positional] public CpuSet? A { get; init; } }" },
        { "QDL0009", "namespace Lab; [Switch(\"-x\")] public sealed partial record X { [Positional] public INetdev? A { get; init; } }" },
        { "QDL0009",
            """
            namespace Lab; [QemuObject("x")] public sealed partial record X { [Secret("a")] public string? A { get; init; }
            [Secret("b")] public string? B { get; init; } }
            """ },
        { "QDL0009",
            """
            namespace Lab; [Device("x")] public sealed partial record X { [System.Obsolete("no", true)]
            public string? A { get; init; } }
            """ },
        { "QDL0009", "namespace Lab; [System.Obsolete(\"no\", true)] [Device(\"x\")] public sealed partial record X;" },
        { "QDL0016", "namespace Lab; [OptionEnum] file enum E { A }" },
        { "QDL0006", "namespace Lab; [Netdev(\"x\")] public sealed partial record X { public string? Type { get; init; } }" },
        { "QDL0006", "namespace Lab; [Device(\"x\")] public sealed partial record X { public string? Driver { get; init; } }" },
        { "QDL0006", "namespace Lab; [Drive] public sealed partial record X { public string? If { get; init; } }" },
        { "QDL0006",
            """
            namespace Lab; [Device("x", Bus = Bus.Pci)] public sealed partial record X { [Key("bus")]
            public string? Where { get; init; } }
            """ },
        { "QDL0006",
            """
            namespace Lab; [OptionPart(Discriminator = "type")] public abstract partial record U; [OptionPart("a")] public sealed
            partial record A : U { public string? Type { get; init; } }
            """ },
    };

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task It_compiles_without_a_warning(string source) => await Declarations.AssertFineAsync(source);

    [Theory]
    [InlineData("string")]
    [InlineData("ByteSize")]
    [InlineData("MacAddress")]
    [InlineData("QemuId")]
    [InlineData("System.Guid")]
    public async Task A_value_without_a_key_may_be_of_any_type_that_is_written_as_text(string type)
    {
        await Declarations.AssertFineAsync($$"""namespace Lab; [Switch("-x")] public sealed partial record X { [Positional] public required {{type}} A { get; init; } }""");
        await Declarations.AssertFineAsync($$"""namespace Lab; [Switch("-x")] public sealed partial record X { [Positional] public {{type}}? A { get; init; } }""");
    }

    [Theory]
    [InlineData("int")]
    [InlineData("bool")]
    [InlineData("ulong")]
    [InlineData("CpuSet")]
    [InlineData("E")]
    public async Task Or_it_is_told_why_not(string type)
    {
        const string Words = "[OptionEnum] public enum E { A, B }";
        await Declarations.AssertSoundAsync($$"""namespace Lab; {{Words}} [Switch("-x")] public sealed partial record X { [Positional] public required {{type}} A { get; init; } }""");
        await Declarations.AssertSoundAsync($$"""namespace Lab; {{Words}} [Switch("-x")] public sealed partial record X { [Positional] public {{type}}? A { get; init; } }""");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Or_the_analyzer_says_why(string id, string source) => await Declarations.AssertRefusedAsync(id, source);
}
