namespace QemuDsl.Nfv;

/// <summary>What drives the interfaces of VPP in a VM.</summary>
public enum VppDriver
{
    /// <summary>The DPDK plugin; the interfaces are in the start-up configuration.</summary>
    Dpdk,

    /// <summary>VPP's own virtio driver; the script makes the interfaces (<c>create interface virtio</c>).</summary>
    Virtio,

    /// <summary>VPP's own driver of Intel's virtual functions; the script makes the interfaces (<c>create interface avf</c>).</summary>
    Avf,
}
