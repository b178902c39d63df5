namespace QemuDsl.Nfv;

/// <summary>Files that FD.io CSIT's Python library names in a command; what is null is named as it does.</summary>
public sealed record CsitFiles
{
    /// <summary>The initial RAM disk; <c>initrd.img-VERSION</c> beside the kernel when null.</summary>
    public string? Initrd { get; init; }

    /// <summary>The guest's init, on its root; <c>/etc/vm_init_ID.conf</c> when null.</summary>
    public string? Init { get; init; }

    /// <summary>Takes the console; <c>/tmp/serial_ID.log</c> when null.</summary>
    public string? SerialLog { get; init; }

    /// <summary>Takes the number of the process; <c>/run/qemu_ID.pid</c> when null.</summary>
    public string? PidFile { get; init; }

    /// <summary>Where the memory comes from.</summary>
    public string MemoryPath { get; init; } = "/dev/hugepages";
}
