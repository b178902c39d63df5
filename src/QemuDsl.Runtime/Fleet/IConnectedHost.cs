namespace QemuDsl.Runtime;

/// <summary>A host at the end of a connection, for whoever implements <see cref="IVmHost"/> and can tell that it broke.</summary>
public interface IConnectedHost : IVmHost
{
    /// <summary>
    /// Cancelled when the present connection is lost. After that the token of the next connection is returned, once there is one.
    /// </summary>
    CancellationToken ConnectionLost { get; }
}
