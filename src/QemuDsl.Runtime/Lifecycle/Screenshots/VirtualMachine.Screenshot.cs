namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private Screenshot? _screenshot;

    /// <summary>A picture of the guest's first screen as PNG (<c>screendump</c>).</summary>
    /// <remarks>Since QEMU 7.1. What the guest draws is taken as it is, running or paused.</remarks>
    /// <exception cref="ScreenshotException">The VM has no display device, or QEMU could not make the picture.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task<byte[]> ScreenshotAsync(CancellationToken cancellationToken = default)
    {
        var screenshot = _screenshot ?? Interlocked.CompareExchange(ref _screenshot, new Screenshot(_host, Qmp, _files.Screenshot), null);
        return (screenshot ?? _screenshot).TakeAsync(cancellationToken);
    }

    /// <summary>Saves a picture of the guest's first screen as PNG (<c>screendump</c>), whole or not at all.</summary>
    /// <remarks>Since QEMU 7.1.</remarks>
    /// <param name="path">The file, on the machine of the caller; one of that name is replaced.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ScreenshotException">The VM has no display device, or QEMU could not make the picture.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task ScreenshotAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var png = await ScreenshotAsync(cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(path, png, cancellationToken).ConfigureAwait(false);
    }
}
