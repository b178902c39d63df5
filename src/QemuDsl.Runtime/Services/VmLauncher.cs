namespace QemuDsl.Runtime;

/// <summary>
/// Starts VMs and ends those that still run when it is disposed, which a container does with its services. A VM that was left to itself
/// (<see cref="VirtualMachine.DetachAsync"/>) lives on.
/// </summary>
/// <param name="host">Where VMs run that are not started elsewhere.</param>
/// <param name="progress">Told of each phase of a start whose options have nobody to tell; nobody when null.</param>
public sealed class VmLauncher(IVmHost host, IProgress<BootProgress>? progress = null) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<VirtualMachine> _running = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly HashSet<Task> _starting = [];
    private bool _closed;

    /// <summary>Starts a VM of a profile; unless the options tell otherwise it is ready when the profile says so.</summary>
    /// <param name="profile">The VM.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="on">Where; the launcher's own host when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="QemuStartException">The description has errors, or QEMU refused it.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    /// <exception cref="BootException">It did not become ready.</exception>
    /// <exception cref="ObjectDisposedException">The launcher was disposed; what was being started is gone.</exception>
    public Task<VirtualMachine> StartAsync(
        IVmProfile profile, VmOptions? options = null, IVmHost? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var chosen = options ?? new VmOptions();
        var ready = profile.ReadySerial is { } text && !chosen.StartPaused ? Boot.UntilSerial(text) : null;
        return StartAsync(profile.ToCommand(), chosen with { ReadyWhen = chosen.ReadyWhen ?? ready }, on, cancellationToken);
    }

    /// <summary>Starts a VM.</summary>
    /// <inheritdoc cref="StartAsync(IVmProfile, VmOptions?, IVmHost?, CancellationToken)"/>
    /// <param name="command">The VM.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="on">Where; the launcher's own host when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    public async Task<VirtualMachine> StartAsync(
        IQemuCommand command, VmOptions? options = null, IVmHost? on = null, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? new VmOptions();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _starting.Add(done.Task);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            var vm = await (on ?? host).StartAsync(command, chosen with { Progress = chosen.Progress ?? progress }, ending.Token).ConfigureAwait(false);
            Keep(vm);
            return vm;
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(VmLauncher));
        }
        finally
        {
            lock (_lock)
            {
                _starting.Remove(done.Task);
            }

            done.SetResult();
        }
    }

    /// <summary>Ends all VMs that were started and still run, side by side.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] starting;
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            starting = [.. _starting];
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(starting).ConfigureAwait(false);
        VirtualMachine[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running.Select(static vm => vm.DisposeAsync().AsTask())).ConfigureAwait(false);
        _closing.Dispose();
    }

    private void Keep(VirtualMachine vm)
    {
        lock (_lock)
        {
            _running.Add(vm);
        }

        _ = ForgetAsync(vm);
    }

    private async Task ForgetAsync(VirtualMachine vm)
    {
        await vm.Exited.ConfigureAwait(false);
        lock (_lock)
        {
            _running.Remove(vm);
        }
    }
}
