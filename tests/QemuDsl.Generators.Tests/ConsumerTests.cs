using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Generators.Tests;

/// <summary>Projects of all sorts take generated code.</summary>
public sealed class ConsumerTests
{
    private const string Everything =
        """
        namespace Lab;

        [OptionEnum] public enum Speed { Slow, [Value("very-fast")] Fast }

        [OptionPart] public sealed partial record Place { public required string Host { get; init; } public int? Port { get; init; } }

        [Device("x-card", Bus = Bus.Pci)]
        public sealed partial record XCard
        {
            public required INetdev Netdev { get; init; }
            [Range(1, 8)] [Since("9.0")] public int? Queues { get; init; }
            public ByteSize? Size { get; init; }
            public Speed? Speed { get; init; }
            public Place? Peer { get; init; }
            public OptionList<Place> Peers { get; init; } = [];
        }

        [Machine("x", Target.X86_64, Buses = Bus.Pci, BoardPciSlots = new[] { 0, 1 })] public sealed partial record XMachine;

        [QemuObject("x-key")] public sealed partial record XKey { [Secret("file")] public required string Data { get; init; } }

        [Section] public sealed partial record XBlock { [Positional] public required Speed Label { get; init; } public bool Bare { get; init; } public ByteSize? Size { get; init; } }

        [Section("x")] public sealed partial record XSection { public bool? On { get; init; } public required int Count { get; init; } public CpuSet? Cpus { get; init; } [Key("x block")] public OptionList<XBlock> Blocks { get; init; } = []; }

        [Tool] public sealed partial record XGroup { public required string Name { get; init; } [Key("-a")] [FormerKey("-w", Until = "20.11")] public OptionList<MacAddress> Allow { get; init; } = []; }

        [Tool("x")] public sealed partial record XTool { public required XGroup Group { get; init; } }

        [VmProfile<QemuDsl.Machines.Pc>] public sealed partial record Vm { public required XCard Card { get; init; } public OptionList<XKey> Keys { get; init; } = []; }
        """;

    [Theory]
    [InlineData("My-App.1")]
    [InlineData("my app")]
    [InlineData("7zip.net")]
    [InlineData("event.class")]
    [InlineData("Lab")]
    [InlineData("Lab.XCard")]
    [InlineData("Lab.XCard.Tests")]
    [InlineData("..")]
    [InlineData("Größe")]
    [InlineData("System")]
    public async Task Any_assembly_name_is_fine(string name) => await Declarations.AssertFineAsync(Everything, new Consumer { Assembly = name });

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Language_versions_from_collection_expressions_on_are_fine(LanguageVersion version) =>
        await Declarations.AssertFineAsync(Everything, new Consumer { Language = version });

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public async Task Nullable_contexts_are_fine(NullableContextOptions nullable) =>
        await Declarations.AssertFineAsync(Everything, new Consumer { Nullable = nullable });

    [Fact]
    public async Task Checked_arithmetic_is_fine() => await Declarations.AssertFineAsync(Everything, new Consumer { ChecksOverflow = true });
}
