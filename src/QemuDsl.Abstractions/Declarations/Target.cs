namespace QemuDsl;


/// <summary>Architectures QEMU emulates, one program each.</summary>
[Flags]
public enum Target
{
    /// <summary>No restriction.</summary>
    Any = 0,

    /// <summary><c>qemu-system-x86_64</c>.</summary>
    X86_64 = 1,

    /// <summary><c>qemu-system-aarch64</c>.</summary>
    Aarch64 = 2,
}
