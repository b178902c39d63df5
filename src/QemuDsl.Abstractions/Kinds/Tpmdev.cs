namespace QemuDsl;

/// <summary>Names a TPM back end that is defined elsewhere.</summary>
public static class Tpmdev
{
    /// <summary>The TPM back end with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static ITpmdev ById(QemuId id) => new IdReference(IdSpace.Tpmdev, id);
}
