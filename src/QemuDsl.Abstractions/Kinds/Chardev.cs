namespace QemuDsl;

/// <summary>Names a character device that is defined elsewhere.</summary>
public static class Chardev
{
    /// <summary>The character device with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IChardev ById(QemuId id) => new IdReference(IdSpace.Chardev, id);
}
