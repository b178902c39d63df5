using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>Takes pictures of a VM's first screen through a file of its run directory, one after the other.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle to free.")]
internal sealed class Screenshot(IVmHost host, QmpClient qmp, string file)
{
    // The largest screen a card of QEMU has, uncompressed, is a quarter of it.
    private const int Limit = 256 * 1024 * 1024;

    private readonly SemaphoreSlim _taking = new(1, 1);

    // The end of every PNG: QEMU 10.0 says nothing of a full disk.
    private static ReadOnlySpan<byte> End => [(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    public async Task<byte[]> TakeAsync(CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await DumpAsync(cancellationToken).ConfigureAwait(false);
            return await host.ReadBytesAsync(file, Limit, cancellationToken).ConfigureAwait(false) is { } png && png.AsSpan().EndsWith(End)
                ? png
                : throw new ScreenshotException(
                    $"QEMU wrote no whole picture to {file} on {host.Name}. Look whether its file system is full.");
        }
        finally
        {
            _taking.Release();
        }
    }

    private async Task DumpAsync(CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["filename"] = file, ["format"] = "png" };
        try
        {
            await qmp.ExecuteAsync("screendump", arguments.ToArguments(), cancellationToken).ConfigureAwait(false);
        }
        catch (QmpException refused)
        {
            throw new ScreenshotException($"QEMU made no screenshot: {Evidence.Printable(refused.Description)}.{Remedy(refused)}", refused);
        }
    }

    private static string Remedy(QmpException refused) => refused.Description switch
    {
        var said when said.StartsWith("There is no console", StringComparison.Ordinal) =>
            " The VM has no screen: add a display device, such as VGA or virtio-gpu-pci.",
        var said when said.Contains("'format'", StringComparison.Ordinal) => " PNG needs QEMU 7.1 or newer.",
        var said when said.Contains("libpng", StringComparison.Ordinal) => " This QEMU was built without PNG: take one with it.",
        _ => "",
    };
}
