namespace QemuDsl.Runtime;

/// <summary>A host at the end of a connection, for whoever implements <see cref="IVmHost"/> and can tell that it broke.</summary>
public interface IConnectedHost : IVmHost
{
    /// <summary>
    /// Cancelled when what runs there may be lost: when a connection to it is, where there are several. After that another token is returned, once
    /// there is a connection again, or at once where one is left.
    /// </summary>
    CancellationToken ConnectionLost { get; }
}
