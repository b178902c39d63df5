using System.Net;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A VM with a disk that runs. Disposing it ends it.</summary>
public sealed class RunningDiskVm : IAsyncDisposable
{
    private readonly IVmHost _host;
    private readonly IReadOnlyList<string> _sockets;

    internal RunningDiskVm(IVmHost host, DiskVm description, VirtualMachine machine, IReadOnlyList<string> sockets)
    {
        _host = host;
        _sockets = sockets;
        Description = description;
        Machine = machine;
    }

    /// <summary>What was asked for.</summary>
    public DiskVm Description { get; }

    /// <summary>The VM.</summary>
    public VirtualMachine Machine { get; }

    /// <summary>
    /// Its interfaces, with the names its agent told when the start waited for that; <see cref="GuestNameExtensions.NameAsync"/> asks again.
    /// </summary>
    public required IReadOnlyList<VnfNic> Interfaces { get; init; }

    /// <summary>Where its SSH server is reached on the host; null without <see cref="DiskVm.HasSsh"/>.</summary>
    public required IPEndPoint? Ssh { get; init; }

    /// <summary>Ends the VM.</summary>
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync().ConfigureAwait(false);
        await ListeningSockets.RemoveAsync(_host, _sockets).ConfigureAwait(false);
    }
}
