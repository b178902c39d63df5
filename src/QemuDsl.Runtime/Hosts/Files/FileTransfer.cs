using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>
/// Files to and from a host, over nothing but a process there. A connection that breaks looks like the end of a file: that all came is known
/// by count before anything is put in its place.
/// </summary>
internal sealed class FileTransfer(IVmHost host, string path)
{
    private const int LongestHead = 64;

    public async Task UploadAsync(Stream content, UnixFileMode mode, CancellationToken cancellationToken)
    {
        var part = $"{path}.part-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        try
        {
            await ReceiveAsync(part, content, cancellationToken).ConfigureAwait(false);
            var placed = await HostShell.RunAsync(host, "place-file.sh", [part, Convert.ToString((int)mode, 8), path], cancellationToken).ConfigureAwait(false);
            if (placed.Code != 0)
            {
                throw Failed("written", placed.Errors);
            }
        }
        catch
        {
            await RemoveAsync(part).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Copies it and returns its mode.</summary>
    public async Task<UnixFileMode> DownloadAsync(Stream destination, CancellationToken cancellationToken)
    {
        var process = await host.StartProcessAsync(HostShell.Command("send-file.sh", [path]), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var errors = new StreamReader(process.Stderr, leaveOpen: true).ReadToEndAsync(cancellationToken);
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            if (await HeadAsync(process.Stdout, cancellationToken).ConfigureAwait(false) is not (var mode, var length))
            {
                throw Failed("read", await errors.ConfigureAwait(false), process);
            }

            var count = await CopyAsync(process.Stdout, destination, cancellationToken).ConfigureAwait(false);
            return count == length
                ? mode
                : throw Failed("read", $"{count} of {length} bytes came. {await errors.ConfigureAwait(false)}", process);
        }
    }

    private async Task ReceiveAsync(string part, Stream content, CancellationToken cancellationToken)
    {
        var process = await host.StartProcessAsync(HostShell.Command("receive-file.sh", [part]), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var output = new StreamReader(process.Stdout, leaveOpen: true).ReadToEndAsync(cancellationToken);
            var errors = new StreamReader(process.Stderr, leaveOpen: true).ReadToEndAsync(cancellationToken);
            long sent;
            try
            {
                sent = await CopyAsync(content, process.Stdin, cancellationToken).ConfigureAwait(false);
                await process.Stdin.DisposeAsync().ConfigureAwait(false);
            }
            catch (IOException)
            {
                // It has stopped reading and says why.
                sent = -1;
            }

            await Task.WhenAll(output, errors).ConfigureAwait(false);
            if ((await output.ConfigureAwait(false)).Trim() != sent.ToString(CultureInfo.InvariantCulture))
            {
                throw Failed("written", await errors.ConfigureAwait(false), process);
            }
        }
    }

    private static async Task<long> CopyAsync(Stream source, Stream destination, CancellationToken cancellationToken)
    {
        var buffer = new byte[256 * 1024];
        var total = 0L;
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; total += count)
        {
            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
        return total;
    }

    private static async Task<(UnixFileMode Mode, long Length)?> HeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < LongestHead && await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 1)
        {
            if (one[0] == (byte)'\n')
            {
                return line.ToString().Split(' ') is [var mode, var size] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                    ? ((UnixFileMode)Convert.ToInt32(mode, 8), length)
                    : null;
            }

            line.Append((char)one[0]);
        }

        return null;
    }

    private async Task RemoveAsync(string part)
    {
        try
        {
            var removing = await host.StartProcessAsync(new HostCommand("rm", ["-f", "--", part]), CancellationToken.None).ConfigureAwait(false);
            await using (removing.ConfigureAwait(false))
            {
                await removing.Completion.ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is HostException or IOException or ObjectDisposedException)
        {
            // The host is gone; there is nobody to ask.
        }
    }

    private HostException Failed(string done, string errors, IHostProcess? process = null) =>
        new(host.Name, $"{path} could not be {done}: {(process is { IsLost: true } ? "the connection was lost. " : "")}{Evidence.Printable(errors.Trim())}");
}
