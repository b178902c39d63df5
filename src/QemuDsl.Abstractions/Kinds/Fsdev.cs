namespace QemuDsl;

/// <summary>Names a file system back end that is defined elsewhere.</summary>
public static class Fsdev
{
    /// <summary>The file system back end with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IFsdev ById(QemuId id) => new IdReference(IdSpace.Fsdev, id);
}
