using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    /// <summary>Where <see cref="Exception.Data"/> of a failed start or boot names the folder of its artifacts.</summary>
    public const string ArtifactsKey = "QemuDsl.Artifacts";

    // A QEMU that does not answer keeps nobody from the rest.
    private static readonly TimeSpan ScreenshotLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Writes what is known of the VM into a folder: <c>serial.log</c>, <c>stderr.log</c>, <c>qmp.log</c> (the end of what went over
    /// QMP), <c>command.txt</c>, <c>screenshot.png</c> when it has a display and still runs, and at last <c>summary.json</c>, whose
    /// presence says that all the others are there. Each file is there whole or not at all. The secrets of the command are masked.
    /// </summary>
    /// <remarks>Also after the VM has ended. <see cref="VmOptions.Artifacts"/> does it whenever a start or boot fails.</remarks>
    /// <param name="folder">
    /// The folder, on the machine of the caller; made when it is not there, files of these names are replaced.
    /// </param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    /// <exception cref="IOException">A file could not be written.</exception>
    public Task CollectArtifactsAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return CollectAsync(folder, null, cancellationToken);
    }

    /// <summary>Collects what belongs to a failure, if that is wanted; the failure is what the caller gets in any case.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What fails here must not take the place of why it was called.")]
    internal async Task CollectFailureAsync(Exception failure)
    {
        if (_options.Artifacts is not { } parent || failure is OperationCanceledException || failure.Data.Contains(ArtifactsKey))
        {
            return;
        }

        try
        {
            var time = _host.TimeProvider.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
            var name = $"{time}-{Path.GetFileName(_files.Directory)}";
            var folder = Path.GetFullPath(Path.Combine(parent, name));
            await CollectAsync(folder, failure, CancellationToken.None).ConfigureAwait(false);
            failure.Data[ArtifactsKey] = folder;
            Log.ArtifactsCollected(_logger, Pid, folder);
        }
        catch (Exception other)
        {
            Log.ArtifactsFailed(_logger, Pid, parent, other);
        }
    }

    private async Task CollectAsync(string folder, Exception? failure, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var secrets = new SecretText(_command);
        var (picture, why) = await TryScreenshotAsync(cancellationToken).ConfigureAwait(false);
        var summary = new ArtifactSummary(_host.Name, Pid, Qmp.Version, _files.Directory, _host.TimeProvider.GetElapsedTime(_started))
        {
            Exit = Exited.IsCompleted ? await Exited.ConfigureAwait(false) : null,
            Failure = failure,
            NoScreenshot = why,
            EventsLost = Qmp.EventsLost,
        };
        (string Name, byte[]? Content)[] files =
        [
            ("serial.log", _serial is null ? null : Utf8(secrets.Mask(_serial.Text))),
            ("stderr.log", Utf8(secrets.Mask(Stderr))),
            ("qmp.log", Utf8(Qmp.Trace.Text(secrets.MaskQmp))),
            ("command.txt", Utf8(secrets.Mask(MaskedCommand.Text(_command)) + "\n")),
            ("screenshot.png", picture),
            ("summary.json", summary.ToJson(secrets.Mask)),
        ];
        foreach (var (name, content) in files.Where(static file => file.Content is not null))
        {
            await AtomicFile.WriteAsync(Path.Combine(folder, name), content, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(byte[]? Picture, string? Why)> TryScreenshotAsync(CancellationToken cancellationToken)
    {
        if (Exited.IsCompleted)
        {
            return (null, "QEMU has ended.");
        }

        using var deadline = new CancellationTokenSource(ScreenshotLimit, _host.TimeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return (await ScreenshotAsync(ending.Token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"QEMU did not answer within {ScreenshotLimit.TotalSeconds:0} s.");
        }
        catch (Exception refused) when (refused is QemuException or IOException or ObjectDisposedException)
        {
            return (null, refused.Message.Split('\n')[0]);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
