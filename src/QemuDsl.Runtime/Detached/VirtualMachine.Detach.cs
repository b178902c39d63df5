using System.Text;

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private bool _detaching;

    /// <summary>
    /// Leaves the VM to itself: it runs on when this program ends, until its <see cref="VmOptions.Lifetime"/> is over, and
    /// <see cref="VmHostExtensions.AttachAsync"/> finds it. What the console and QEMU say is kept in two files of its run directory,
    /// <c>serial.log</c> and <c>stderr.log</c>, of a bounded size. This object is done with after that, as if it were disposed.
    /// </summary>
    /// <remarks>A placement of threads that appear later ends with this, too.</remarks>
    /// <param name="cancellationToken">Gives up; the VM is still this program's then.</param>
    /// <exception cref="InvalidOperationException">It was started without <see cref="VmOptions.Lifetime"/>.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task DetachAsync(CancellationToken cancellationToken = default)
    {
        if (_supervisor.IsOwner)
        {
            await PrepareDetachAsync(cancellationToken).ConfigureAwait(false);
        }

        _detaching = true;
        await DisposeAsync().ConfigureAwait(false);
    }

    private async Task PrepareDetachAsync(CancellationToken cancellationToken)
    {
        if (_options.Lifetime is null)
        {
            throw new InvalidOperationException(
                "The VM was started to end with this program. Set VmOptions.Lifetime to let it live longer, and no longer than that.");
        }

        ObjectDisposedException.ThrowIf(_disposing != 0, this);
        if (Exited.IsCompleted)
        {
            var exit = await Exited.ConfigureAwait(false);
            throw new VirtualMachineExitedException($"The VM is gone: QEMU {exit}.\n{Evidence()}", exit);
        }

        // The supervisor keeps what comes from now on; what came before only this program knows.
        await _host.WriteFileAsync(_files.StderrLog, Encoding.UTF8.GetBytes(Stderr), cancellationToken).ConfigureAwait(false);
        await _host.WriteFileAsync(_files.Detached, ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
    }
}
