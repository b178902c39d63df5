using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>A record that becomes one option of the command line.</summary>
internal sealed record OptionModel(string Namespace, string Name) : RecordModel(Namespace, Name)
{
    public Kind Kind { get; init; }

    public bool IsSealed { get; init; }

    /// <summary>The option with its dash.</summary>
    public string Option { get; init; } = "";

    /// <summary>QEMU's name of the type; null where there is none.</summary>
    public string? QemuName { get; init; }

    /// <summary>Keys written as they are after the name.</summary>
    public string? Literal { get; init; }

    public string? IdPrefix { get; init; }

    public bool IsRepeatable { get; init; } = true;

    /// <summary>Flags of <c>QemuDsl.Bus</c>: where a device plugs in, or what a machine has.</summary>
    public int Bus { get; init; }

    public int Provides { get; init; }

    public string BusSuffix { get; init; } = ".0";

    public int Ports { get; init; } = 1;

    /// <summary>Flags of <c>QemuDsl.Target</c>.</summary>
    public int Target { get; init; }

    public EquatableArray<int> BoardPciSlots { get; init; }

    public LifetimeModel? Lifetime { get; init; }

    public string Summary { get; init; } = "";
}
