namespace QemuDsl.Devices;

/// <summary>An NVMe controller with one namespace (<c>-device nvme</c>).</summary>
[Device("nvme", Bus = Bus.Pci)]
public sealed partial record Nvme : BlockDevice
{
    /// <summary>Medium of its namespace (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Serial number the guest sees, at most 20 characters (<c>serial</c>).</summary>
    public required string Serial { get; init; }

    /// <summary>Number of I/O queue pairs (<c>max_ioqpairs</c>).</summary>
    [Range(1, 65535)]
    [Key("max_ioqpairs")]
    public uint? MaxIoQPairs { get; init; }

    /// <summary>Number of MSI-X vectors (<c>msix_qsize</c>).</summary>
    [Range(1, 2048)]
    [Key("msix_qsize")]
    public ushort? MsixQSize { get; init; }

    /// <summary>Size of the controller memory buffer, in MiB (<c>cmb_size_mb</c>).</summary>
    [Key("cmb_size_mb")]
    public uint? CmbSizeMb { get; init; }

    /// <summary>Memory that outlives the VM, its persistent memory region (<c>pmrdev</c>).</summary>
    [Key("pmrdev")]
    public IMemoryBackend? PmrDev { get; init; }

    /// <summary>Largest transfer, as a power of two of pages (<c>mdts</c>).</summary>
    public byte? Mdts { get; init; }

    /// <summary>Limit of asynchronous event requests (<c>aerl</c>).</summary>
    public byte? Aerl { get; init; }

    /// <summary>How many events wait for the guest (<c>aer_max_queued</c>).</summary>
    [Key("aer_max_queued")]
    public uint? AerMaxQueued { get; init; }

    /// <summary>Limit of verify commands, as a power of two of pages (<c>vsl</c>).</summary>
    public byte? Vsl { get; init; }

    /// <summary>Whether it shows Intel's PCI identity (<c>use-intel-id</c>).</summary>
    public bool? UseIntelId { get; init; }

    /// <summary>Whether doorbells are handled in the kernel (<c>ioeventfd</c>).</summary>
    [Key("ioeventfd")]
    public bool? IoEventFd { get; init; }

    /// <summary>Granularity of discards (<c>discard_granularity</c>).</summary>
    [Key("discard_granularity")]
    public ByteSize? DiscardGranularity { get; init; }
}
