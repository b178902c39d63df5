namespace QemuDsl.Machines;

/// <summary>What every machine has.</summary>
public abstract record CommonMachine
{
    /// <summary>The memory of the guest (<c>memory-backend</c>); as large as <c>-m</c> says.</summary>
    public IMemoryBackend? MemoryBackend { get; init; }

    /// <summary>Whether the host may merge equal pages (KSM) (<c>mem-merge</c>).</summary>
    public bool? MemMerge { get; init; }

    /// <summary>Whether memory of the guest is part of a core dump (<c>dump-guest-core</c>).</summary>
    public bool? DumpGuestCore { get; init; }

    /// <summary>Whether memory besides the main one, such as ROMs, is shared (<c>aux-ram-share</c>).</summary>
    [Since("10.0")]
    public bool? AuxRamShare { get; init; }

    /// <summary>Whether firmware and board expect a display (<c>graphics</c>).</summary>
    public bool? Graphics { get; init; }

    /// <summary>Whether the board's own USB controller is there (<c>usb</c>).</summary>
    public bool? Usb { get; init; }

    /// <summary>Whether migration streams leave out their own description (<c>suppress-vmdesc</c>).</summary>
    public bool? SuppressVmdesc { get; init; }

    /// <summary>Which CPUs share each cache (<c>smp-cache</c>).</summary>
    [Since("10.0")]
    public OptionList<SmpCache> SmpCache { get; init; } = [];

    /// <summary>File the device tree is written to; QEMU then ends (<c>dumpdtb</c>).</summary>
    [Key("dumpdtb")]
    public string? DumpDtb { get; init; }
}
