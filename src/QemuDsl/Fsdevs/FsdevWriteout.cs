namespace QemuDsl.Fsdevs;

/// <summary>When data the guest writes reaches the disk.</summary>
[OptionEnum]
public enum FsdevWriteout
{
    /// <summary>At once.</summary>
    Immediate,
}
