namespace QemuDsl.Runtime;

public static partial class VmHostExtensions
{
    /// <summary>Copies bytes into a file of the host. It is there whole or not at all, over what was there before.</summary>
    /// <param name="host">The host.</param>
    /// <param name="content">The bytes, from where the stream stands to its end.</param>
    /// <param name="path">The file there.</param>
    /// <param name="mode">Its permissions.</param>
    /// <param name="cancellationToken">Gives up; the file is as it was.</param>
    /// <exception cref="HostException">It cannot be written.</exception>
    public static Task UploadAsync(
        this IVmHost host, Stream content, string path, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite, CancellationToken cancellationToken = default) =>
        new FileTransfer(host, path).UploadAsync(content, mode, cancellationToken);

    /// <summary>Copies a file of this machine to the host, with its permissions. It is there whole or not at all.</summary>
    /// <param name="host">The host.</param>
    /// <param name="file">The file here.</param>
    /// <param name="path">The file there.</param>
    /// <param name="cancellationToken">Gives up; the file there is as it was.</param>
    /// <exception cref="HostException">It cannot be written.</exception>
    public static async Task UploadAsync(this IVmHost host, string file, string path, CancellationToken cancellationToken = default)
    {
        var content = File.OpenRead(file);
        await using (content.ConfigureAwait(false))
        {
            await host.UploadAsync(content, path, File.GetUnixFileMode(content.SafeFileHandle), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Copies a file of the host into a stream.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The file there.</param>
    /// <param name="destination">Where its bytes go; some may have, when it fails.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">It cannot be read, or not to its end.</exception>
    public static Task DownloadAsync(this IVmHost host, string path, Stream destination, CancellationToken cancellationToken = default) =>
        new FileTransfer(host, path).DownloadAsync(destination, cancellationToken);

    /// <summary>Copies a file of the host to this machine, with its permissions. It is here whole or not at all.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The file there.</param>
    /// <param name="file">The file here.</param>
    /// <param name="cancellationToken">Gives up; the file here is as it was.</param>
    /// <exception cref="HostException">It cannot be read, or not to its end.</exception>
    public static async Task DownloadAsync(this IVmHost host, string path, string file, CancellationToken cancellationToken = default)
    {
        var part = $"{file}.part-{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            var destination = new FileStream(part, options);
            await using (destination.ConfigureAwait(false))
            {
                var mode = await new FileTransfer(host, path).DownloadAsync(destination, cancellationToken).ConfigureAwait(false);
                File.SetUnixFileMode(destination.SafeFileHandle, mode);
            }

            File.Move(part, file, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
