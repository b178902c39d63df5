namespace QemuDsl;

/// <summary>Names a audio back end that is defined elsewhere.</summary>
public static class Audiodev
{
    /// <summary>The audio back end with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IAudiodev ById(QemuId id) => new IdReference(IdSpace.Audiodev, id);
}
