using System.Globalization;
using System.Security.Cryptography;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>
/// An initramfs on a host, there until this is disposed, and not longer than its owner lives: a script keeps it in a directory that a sweep knows.
/// </summary>
internal sealed class InitramfsLease : IAsyncDisposable
{
    private const string FileName = "initramfs";

    private static readonly TimeSpan Removing = TimeSpan.FromSeconds(10);

    private readonly IHostProcess _process;
    private readonly TimeProvider _time;

    private InitramfsLease(IHostProcess process, string path, TimeProvider time)
    {
        _process = process;
        Path = path;
        _time = time;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <exception cref="HostException">It cannot be written.</exception>
    public static async Task<InitramfsLease> PlaceAsync(IVmHost host, byte[] content, CancellationToken cancellationToken)
    {
        var root = await host.FindRunRootAsync(cancellationToken).ConfigureAwait(false);
        var directory = $"{root}/upload-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        string[] arguments = ["-c", GuestPlan.Resource("lease-file.sh"), "qemu-dsl", directory, FileName, content.Length.ToString(CultureInfo.InvariantCulture)];
        var process = await host.StartProcessAsync(new HostCommand("/bin/sh", arguments), cancellationToken).ConfigureAwait(false);
        var lease = new InitramfsLease(process, $"{directory}/{FileName}", host.TimeProvider);
        try
        {
            await lease.SendAsync(host, content, cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes it. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _process.Stdin.DisposeAsync().ConfigureAwait(false);
            await Task.WhenAny(_process.Completion, Task.Delay(Removing, _time)).ConfigureAwait(false);
            await _process.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or HostException)
        {
            // The host is gone, or the script has ended already.
        }
    }

    private async Task SendAsync(IVmHost host, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await _process.Stdin.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            await _process.Stdin.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has stopped reading and says why.
        }

        using var words = new StreamReader(_process.Stdout, leaveOpen: true);
        if (await words.ReadLineAsync(cancellationToken).ConfigureAwait(false) != "ready")
        {
            using var errors = new StreamReader(_process.Stderr, leaveOpen: true);
            var said = (await errors.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Trim();
            throw new HostException(
                host.Name,
                $"the initramfs could not be written to {Path}: {(said.Length > 0 ? said : "the connection ended")}. It needs {((content.Length >> 20) + 1).MiB()} there until QEMU has read it; "
                + "RunRoot of the host's options names another place.");
        }
    }
}
