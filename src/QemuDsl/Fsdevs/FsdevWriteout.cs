namespace QemuDsl.Fsdevs;

/// <summary>When writes go to the disk.</summary>
[OptionEnum]
public enum FsdevWriteout
{
    /// <summary>At once.</summary>
    Immediate,
}
