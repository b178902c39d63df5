namespace QemuDsl.Devices;

/// <summary>Memory shared with other VMs or programs of the host (<c>-device ivshmem-plain</c>).</summary>
[Device("ivshmem-plain", Bus = Bus.Pci)]
public sealed partial record IvshmemPlain
{
    /// <summary>The memory, with <c>share=on</c> (<c>memdev</c>).</summary>
    [Key("memdev")]
    public required IMemoryBackend MemDev { get; init; }

    /// <summary>Whether this VM owns the memory in a migration (<c>master</c>).</summary>
    public OnOffAuto? Master { get; init; }
}
