namespace QemuDsl.Runtime;

/// <summary>A place for one VM; disposing gives it back, once.</summary>
public interface IVmLease : IAsyncDisposable
{
    /// <summary>Where the VM runs.</summary>
    IVmHost Host { get; }

    /// <summary>What was asked for.</summary>
    VmResources Resources { get; }

    /// <summary>The host's CPUs that no other lease has; null unless <see cref="VmResources.PinCpus"/> was asked for.</summary>
    CpuSet? Cpus { get; }

    /// <summary>
    /// Cancelled when the connection to the host is lost, and what runs there with it; never where the host does not tell. Of a host with several
    /// connections it tells the first loss; <see cref="VirtualMachine.Exited"/> tells which VM went with it.
    /// </summary>
    CancellationToken Lost { get; }
}
