namespace QemuDsl.Runtime;

/// <summary>What a thread of a VM does.</summary>
public enum VmThreadKind
{
    /// <summary>Runs one vCPU, or all of them under <c>thread=single</c>.</summary>
    VCpu,

    /// <summary>An I/O thread (<c>-object iothread</c>).</summary>
    IoThread,

    /// <summary>Moves packets in the kernel (<c>vhost=on</c>).</summary>
    Vhost,

    /// <summary>QEMU's main loop.</summary>
    Emulator,

    /// <summary>Any other: requests to files, migration, RCU. They come and go.</summary>
    Worker,
}
