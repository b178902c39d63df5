namespace QemuDsl.Generators.Tests;

/// <summary>The text that is generated, for whoever reviews a change of the generator.</summary>
public sealed class SnapshotTests
{
    private const string Device =
        """
        /// <summary>A card (<c>-device x-card</c>).</summary>
        [Device("x-card", Bus = Bus.Pci, Provides = Bus.Scsi)]
        public sealed partial record XCard
        {
            /// <summary>Where its traffic goes.</summary>
            public required INetdev Netdev { get; init; }

            /// <summary>Its label.</summary>
            [Pattern("^[a-z]+$")]
            public string? Label { get; init; }

            /// <summary>Queues of both directions.</summary>
            [Range(1, 8)]
            [PowerOfTwo]
            [Since("9.0")]
            public int? Queues { get; init; }

            /// <summary>Pairs.</summary>
            [Conflicts(nameof(Queues))]
            [Key("pair_count")]
            public uint? Pairs { get; init; }

            /// <summary>How fast.</summary>
            public XSpeed? Speed { get; init; }

            /// <summary>Its peers.</summary>
            public OptionList<XPeer> Peers { get; init; } = [];
        }

        /// <summary>Speeds.</summary>
        [OptionEnum]
        public enum XSpeed
        {
            /// <summary>Slow.</summary>
            Slow,

            /// <summary>Fast.</summary>
            [Value("very-fast")]
            Fast,
        }

        /// <summary>A peer.</summary>
        [OptionPart]
        public sealed partial record XPeer
        {
            /// <summary>Its name.</summary>
            public required string Host { get; init; }

            /// <summary>Its port.</summary>
            [Range(1, 65535)]
            public int? Port { get; init; }
        }
        """;

    private const string Section =
        """
        /// <summary>A section (<c>x</c>).</summary>
        [Section("x")]
        public sealed partial record XSection
        {
            /// <summary>Stays in the foreground.</summary>
            [Key("nodaemon")]
            public bool NoDaemon { get; init; }

            /// <summary>Whether it counts.</summary>
            public bool? PerNodeCounters { get; init; }

            /// <summary>Core of the main thread.</summary>
            [AtLeast(0)]
            public int? MainCore { get; init; }

            /// <summary>Size of the heap.</summary>
            [Since("20.05")]
            [Conflicts(nameof(NoDaemon))]
            public ByteSize? HeapSize { get; init; }

            /// <summary>What others are like.</summary>
            [Key("dev default")]
            public XDefaults? Defaults { get; init; }

            /// <summary>Devices.</summary>
            [Key("dev")]
            public OptionList<XDevice> Devices { get; init; } = [];
        }

        /// <summary>What others are like.</summary>
        [Section]
        public sealed partial record XDefaults
        {
            /// <summary>CPUs.</summary>
            public CpuSet? Cores { get; init; }
        }

        /// <summary>A device.</summary>
        [Section]
        public sealed partial record XDevice
        {
            /// <summary>Where it is.</summary>
            [Positional]
            public required PciAddress Address { get; init; }

            /// <summary>How it works.</summary>
            public XMode? Mode { get; init; }
        }

        /// <summary>Modes.</summary>
        [OptionEnum]
        public enum XMode
        {
            /// <summary>Waits.</summary>
            Interrupt,

            /// <summary>Looks.</summary>
            Polling,
        }
        """;

    private const string Tool =
        """
        /// <summary>A program (<c>x</c>).</summary>
        [Tool("x")]
        public sealed partial record XCommand
        {
            /// <summary>Shared options.</summary>
            public required XShared Shared { get; init; }

            /// <summary>Its own.</summary>
            public XOwn? Own { get; init; }
        }

        /// <summary>Shared options.</summary>
        [Tool]
        public sealed partial record XShared
        {
            /// <summary>Cores.</summary>
            [Key("-l")]
            public CpuSet? Cores { get; init; }

            /// <summary>Devices.</summary>
            [Key("-a")]
            [FormerKey("-w", Until = "20.11")]
            public OptionList<PciAddress> Allow { get; init; } = [];
        }

        /// <summary>Its own options.</summary>
        [Tool(Separator = "--")]
        public sealed partial record XOwn
        {
            /// <summary>Begins at once.</summary>
            public bool AutoStart { get; init; }

            /// <summary>Cores.</summary>
            [Range(1, 64)]
            public int? NbCores { get; init; }
        }
        """;

    [Theory]
    [InlineData("Device", Device)]
    [InlineData("Machine", "/// <summary>A machine.</summary>\n[Machine(\"x\", Target.X86_64, Buses = Bus.Pci | Bus.Isa)] public sealed partial record XMachine { /// <summary>Whether USB is there.</summary>\npublic bool? Usb { get; init; } }")]
    [InlineData("Netdev", "/// <summary>A net.</summary>\n[Netdev(\"x\")] public sealed partial record XNet { /// <summary>The socket.</summary>\n[SocketPath] public required string Path { get; init; } }")]
    [InlineData("Chardev", "/// <summary>A chardev.</summary>\n[Chardev(\"x\")] public sealed partial record XChar { /// <summary>The file.</summary>\npublic required string Path { get; init; } }")]
    [InlineData("Object", "/// <summary>An object.</summary>\n[QemuObject(\"x\", IdPrefix = \"key\")] public sealed partial record XKey { /// <summary>The secret.</summary>\n[Secret(\"file\")] public string? Data { get; init; } }")]
    [InlineData("Blockdev", "/// <summary>A node.</summary>\n[Blockdev(\"x\")] public sealed partial record XNode { /// <summary>Where it is.</summary>\npublic required IBlockNode File { get; init; } /// <summary>How large.</summary>\npublic ByteSize? Size { get; init; } }")]
    [InlineData("Switch", "/// <summary>A switch.</summary>\n[Switch(\"-x\")] public sealed partial record XSwitch { /// <summary>How many.</summary>\n[Positional] public string? Count { get; init; } /// <summary>CPUs.</summary>\npublic CpuSet? Cpus { get; init; } }")]
    [InlineData("Verbatim", "/// <summary>A text.</summary>\n[Switch(\"-x\")] public sealed partial record XText { /// <summary>The text.</summary>\n[Verbatim] public required string Text { get; init; } }")]
    [InlineData("Profile", "/// <summary>A VM.</summary>\n[VmProfile<QemuDsl.Machines.Pc>(ReadySerial = \"up\")] public sealed partial record XVm { /// <summary>The card.</summary>\npublic required QemuDsl.Devices.VirtioNetPci Card { get; init; } /// <summary>Memory.</summary>\npublic ByteSize Memory { get; init; } = 1.GiB(); }")]
    [InlineData("Section", Section)]
    [InlineData("Tool", Tool)]
    public void What_is_generated_is_what_was_accepted(string name, string source)
    {
        var run = Harness.Driver().RunGenerators(Harness.Compilation(("Snippet.cs", $"using QemuDsl;\nnamespace Lab;\n{source}")));

        Snapshot.Verify($"{nameof(SnapshotTests)}.{name}", run.GetRunResult());
    }
}
