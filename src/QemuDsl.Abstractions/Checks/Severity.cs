namespace QemuDsl;

/// <summary>How bad a <see cref="Finding"/> is.</summary>
public enum Severity
{
    /// <summary>Works, but is probably not what was meant.</summary>
    Warning,

    /// <summary>QEMU would refuse it or the guest could not run; a start is refused.</summary>
    Error,
}
