namespace QemuDsl.Devices;

/// <summary>Memory that can be added and taken while the guest runs (<c>-device virtio-mem-pci</c>).</summary>
/// <remarks>Needs room for memory: <c>-m</c> with <c>maxmem</c>.</remarks>
[Device("virtio-mem-pci", Bus = Bus.Pci)]
public sealed partial record VirtioMemPci : VirtioDevice
{
    /// <summary>The memory (<c>memdev</c>).</summary>
    [Key("memdev")]
    public required IMemoryBackend MemDev { get; init; }

    /// <summary>NUMA node it belongs to (<c>node</c>).</summary>
    public uint? Node { get; init; }

    /// <summary>How much of it the guest should use (<c>requested-size</c>).</summary>
    public ByteSize? RequestedSize { get; init; }

    /// <summary>Step in which it is added and taken (<c>block-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? BlockSize { get; init; }

    /// <summary>Guest address, chosen by QEMU when unset (<c>memaddr</c>).</summary>
    [Key("memaddr")]
    public ulong? MemAddr { get; init; }

    /// <summary>Whether what the guest gets is allocated at once (<c>prealloc</c>).</summary>
    public bool? Prealloc { get; init; }

    /// <summary>Whether the guest must not touch what it does not have (<c>unplugged-inaccessible</c>).</summary>
    public OnOffAuto? UnpluggedInaccessible { get; init; }

    /// <summary>Whether memory slots are taken as the guest gets memory, instead of one for all (<c>dynamic-memslots</c>).</summary>
    [Since("8.2")]
    public bool? DynamicMemslots { get; init; }

    /// <summary>MSI-X vectors (<c>vectors</c>).</summary>
    [Since("10.0")]
    public uint? Vectors { get; init; }

    /// <summary>Whether the legacy virtio interface is left out (<c>disable-legacy</c>).</summary>
    public OnOffAuto? DisableLegacy { get; init; }

    /// <summary>Whether the modern virtio 1.0 interface is left out (<c>disable-modern</c>).</summary>
    public bool? DisableModern { get; init; }

    /// <summary>Whether address translation services are offered (<c>ats</c>).</summary>
    public bool? Ats { get; init; }

    /// <summary>Whether advanced error reporting is offered (<c>aer</c>).</summary>
    public bool? Aer { get; init; }

    /// <summary>Whether each queue's notification has a page of its own (<c>page-per-vq</c>).</summary>
    public bool? PagePerVq { get; init; }

    /// <summary>Whether notifications are handled in the kernel (<c>ioeventfd</c>).</summary>
    [Since("10.0")]
    [Key("ioeventfd")]
    public bool? IoEventFd { get; init; }
}
