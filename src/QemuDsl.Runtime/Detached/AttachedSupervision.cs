namespace QemuDsl.Runtime;

/// <summary>A VM that is looked after by a supervisor of its own: it is watched, not owned.</summary>
internal sealed class AttachedSupervision : ISupervision
{
    // What the watch says last comes with its end; a channel may stay open for whoever still holds it.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly IHostProcess _watch;
    private readonly TimeProvider _time;
    private readonly Stream _monitor;
    private bool _ended;

    private AttachedSupervision(IHostProcess watch, Stream monitor, VmEntry entry, TimeProvider time)
    {
        _time = time;
        _watch = watch;
        _monitor = monitor;
        Qemu = Task.FromResult(new QemuIdentity(entry.Pid, entry.ProcessStartTime, entry.BootId));
        Ended = EndAsync();
    }

    public Task<QemuIdentity> Qemu { get; }

    public Task<VmExit> Ended { get; }

    public string? Trouble => null;

    public bool IsOwner => false;

    public bool HasCleanedUp => true;

    public Stream QmpInput => _monitor;

    public Stream QmpOutput => _monitor;

    public string Stderr => "";

    public static async Task<AttachedSupervision> OpenAsync(
        IVmHost host, RunFiles files, VmEntry entry, CancellationToken cancellationToken)
    {
        var watch = await host.StartProcessAsync(HostShell.Command("attach.sh", [files.Directory]), cancellationToken).ConfigureAwait(false);
        try
        {
            var watching = new byte["watching\n".Length];
            var count = await watch.Stdout.ReadAtLeastAsync(watching, watching.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return count == watching.Length
                ? new AttachedSupervision(watch, await host.ConnectAsync(files.ControlSocket, cancellationToken).ConfigureAwait(false), entry, host.TimeProvider)
                : throw new HostException(host.Name, $"the VM in {files.Directory} has just ended.");
        }
        catch
        {
            await watch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task EndLeaseAsync()
    {
        _ended = true;
        try
        {
            await _watch.Stdin.WriteAsync("end\n"u8.ToArray()).ConfigureAwait(false);
            await _watch.Stdin.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The VM has ended.
        }
    }

    // Its supervisor is nobody's child here; a sweep removes what it leaves.
    public void Kill() => _watch.Kill();

    public async ValueTask DisposeAsync()
    {
        await _monitor.DisposeAsync().ConfigureAwait(false);
        await _watch.DisposeAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
    }

    private async Task<VmExit> EndAsync()
    {
        var saying = LastLineAsync();
        var code = await _watch.Completion.ConfigureAwait(false);
        await Task.WhenAny(saying, Task.Delay(LastWords, _time)).ConfigureAwait(false);
        var text = saying.IsCompletedSuccessfully ? await saying.ConfigureAwait(false) : "";
        return (ExitCauses.Read(text), code, _ended) switch
        {
            ({ } qemu, _, _) => qemu,
            (_, 0, true) => new VmExit(null, VmExitReason.Stopped),
            (_, 0, _) => new VmExit(null, VmExitReason.SupervisorEnded),
            _ => new VmExit(null, VmExitReason.Detached),
        };
    }

    private async Task<string> LastLineAsync()
    {
        using var reader = new StreamReader(_watch.Stdout, leaveOpen: true);
        try
        {
            return await reader.ReadLineAsync().ConfigureAwait(false) ?? "";
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return "";
        }
    }
}
