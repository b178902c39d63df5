using System.Globalization;

namespace QemuDsl.Automation;

/// <summary>The VMs of one host that live on by themselves, found by their names or records. Disposing closes the connection to the host; the VMs stay.</summary>
public sealed class NamedVms : IAsyncDisposable
{
    private NamedVms(HostAddress address)
    {
        Address = address;
        Host = address.Open();
    }

    /// <summary>The host's address, as records have it.</summary>
    public HostAddress Address { get; }

    /// <summary>The host.</summary>
    public IVmHost Host { get; }

    /// <summary>The VMs of a host. It is connected to when something is asked of it.</summary>
    public static NamedVms Open(HostAddress address) => new(address);

    /// <summary>The VMs of the host that a record names.</summary>
    public static NamedVms Open(VmRecord record) => new(HostAddress.Parse(record.Host));

    /// <summary>Starts a VM, waits until it is ready, writes its record and leaves it to itself. Whatever fails, nothing is left of it.</summary>
    /// <param name="vm">What runs.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Gives up; the VM is gone then.</param>
    /// <exception cref="AutomationException">The name is that of a VM that runs, or the record cannot be written.</exception>
    /// <exception cref="QemuStartException">The description has errors, or QEMU refused it.</exception>
    /// <exception cref="BootException">It did not become ready in time; the message has the last lines of its console.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    public async Task<VmRecord> StartAsync(DescribedVm vm, NamedVmOptions options, CancellationToken cancellationToken = default)
    {
        CheckName(options.Name, null, await Host.ListAsync(cancellationToken).ConfigureAwait(false));
        var began = Host.TimeProvider.GetTimestamp();
        var running = await Host.StartAsync(vm.Command, Options(vm, options), cancellationToken).ConfigureAwait(false);
        await using (running.ConfigureAwait(false))
        {
            // Once more, before the guest touches its disks: somebody may have taken the name meanwhile.
            CheckName(options.Name, running.RunDirectory, await Host.ListAsync(cancellationToken).ConfigureAwait(false));
            var ready = (options.ReadyWhen ?? vm.ReadyWhen)?.Wait;
            options.Progress?.Report(new BootProgress(BootPhase.Running, Host.TimeProvider.GetElapsedTime(began), ready?.Description));
            await BootAsync(running, ready, options.Timeout, cancellationToken).ConfigureAwait(false);
            options.Progress?.Report(new BootProgress(BootPhase.Booted, Host.TimeProvider.GetElapsedTime(began)));
            // And at last: one that began earlier may have become visible only since, and both see each other now.
            var there = await Host.ListAsync(cancellationToken).ConfigureAwait(false);
            CheckName(options.Name, running.RunDirectory, there);
            var record = await RecordAsync(running, there, vm, options, cancellationToken).ConfigureAwait(false);
            await LetGoAsync(running, record, options.RecordFiles, cancellationToken).ConfigureAwait(false);
            return record;
        }
    }

    /// <summary>A VM of that name that runs; null when there is none.</summary>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public async Task<VmEntry?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        (await Host.ListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(vm => vm.IsRunning && vm.Name == name);

    /// <summary>The VM of a record if it still runs; not another one that has its name, directory or process number now.</summary>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public async Task<VmEntry?> FindAsync(VmRecord record, CancellationToken cancellationToken = default) =>
        (await Host.ListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(vm => vm.IsRunning && Is(vm, record));

    /// <summary>Attaches to the VM of a record, one program at a time. Disposing lets go of it again.</summary>
    /// <param name="record">The record.</param>
    /// <param name="options">How it is waited for and stopped; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; the VM goes on.</param>
    /// <exception cref="AutomationException">It does not run any more.</exception>
    /// <exception cref="HostException">The host cannot be asked, or somebody else is attached to the VM.</exception>
    public async Task<VirtualMachine> AttachAsync(VmRecord record, VmOptions? options = null, CancellationToken cancellationToken = default) =>
        await FindAsync(record, cancellationToken).ConfigureAwait(false) is { } vm
            ? await Host.AttachAsync(vm.Directory, options, cancellationToken).ConfigureAwait(false)
            : throw new AutomationException(AutomationFailure.NotRunning, Gone(record));

    /// <summary>Stops the VM of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="plan">How; the guest's power button first when null.</param>
    /// <param name="cancellationToken">Gives up; the VM may be on its way down.</param>
    /// <returns>Which step ended it; null when it was gone before.</returns>
    /// <exception cref="HostException">The host cannot be asked, or somebody else is attached to the VM.</exception>
    public async Task<StopStage?> StopAsync(VmRecord record, StopPlan? plan = null, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(record, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var vm = await Host.AttachAsync(found.Directory, null, cancellationToken).ConfigureAwait(false);
        await using (vm.ConfigureAwait(false))
        {
            return await vm.StopAsync(plan ?? StopPlan.Default, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the VM of a record at once, whoever is attached to it; nothing happens when it is gone.</summary>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public async Task KillAsync(VmRecord record, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(record, cancellationToken).ConfigureAwait(false) is { } vm)
        {
            await Host.KillAsync(vm.Pid, vm.ProcessStartTime, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connection to the host, if it has one.</summary>
    public ValueTask DisposeAsync() => Host is IAsyncDisposable connected ? connected.DisposeAsync() : ValueTask.CompletedTask;

    private void CheckName(string name, string? own, IReadOnlyList<VmEntry> there)
    {
        var named = there.Where(vm => vm.IsRunning && vm.Name == name);
        // Of two that began at once the earlier one stays, and both agree which that is.
        var first = named.OrderBy(static vm => vm.StartedAt).ThenBy(static vm => vm.Directory, StringComparer.Ordinal).FirstOrDefault();
        if (first is not null && first.Directory != own)
        {
            throw new AutomationException(
                AutomationFailure.NameTaken,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is a VM called '{Shown.Text(name)}' on {Address} (pid {first.Pid}, since {first.StartedAt:u}). Stop it, or choose another name."));
        }
    }

    private static VmOptions Options(DescribedVm vm, NamedVmOptions options) => new()
    {
        Name = options.Name,
        Lifetime = options.Lifetime,
        GuestAgent = options.GuestAgent ?? ((options.ReadyWhen ?? vm.ReadyWhen)?.NeedsAgent == true ? GuestAgentPort.VirtioSerial : null),
        Accelerator = options.Accelerator,
        Artifacts = options.Artifacts,
        Progress = options.Progress,
        StartPaused = true,
    };

    private static async Task BootAsync(VirtualMachine vm, BootWait? ready, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (ready is null)
        {
            await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        // Begun before the guest runs: an event right after that would be missed.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var booting = vm.WaitAsync(ready, timeout, ending.Token);
        try
        {
            await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (VirtualMachineExitedException)
        {
            // What is waited for may have come before the end. If not, the wait says so.
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await booting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await booting.ConfigureAwait(false);
    }

    private static async Task LetGoAsync(VirtualMachine vm, VmRecord record, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                // Before it is let go of: a VM that nobody can find would live on to its last second.
                await VmRecordFile.WriteAsync(file, record, cancellationToken).ConfigureAwait(false);
            }

            await vm.DetachAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            files.Where(File.Exists).ToList().ForEach(File.Delete);
            throw;
        }
    }

    private async Task<VmRecord> RecordAsync(
        VirtualMachine vm, IReadOnlyList<VmEntry> there, DescribedVm described, NamedVmOptions options, CancellationToken cancellationToken)
    {
        var entry = there.First(entry => entry.Directory == vm.RunDirectory);
        var forwards = await vm.GetForwardsAsync(cancellationToken).ConfigureAwait(false);
        return new VmRecord
        {
            Format = VmRecord.CurrentFormat,
            Name = options.Name,
            Host = Address.ToString(),
            RunDirectory = vm.RunDirectory,
            Pid = vm.Pid,
            ProcessStartTime = vm.ProcessStartTime,
            BootId = vm.BootId,
            ControlSocket = vm.ControlSocket,
            HasSerial = entry.HasSerial,
            HasGuestAgent = entry.GuestAgent is not null,
            Forwards = [.. forwards.Select(Forward)],
            Profile = described.Source,
            StartedAt = entry.StartedAt,
            EndsAt = entry.EndsAt ?? entry.StartedAt + options.Lifetime,
        };
    }

    private static VmRecordForward Forward(VmForward forward) => new()
    {
        Protocol = forward.Protocol == System.Net.Sockets.ProtocolType.Udp ? VmRecordForward.Udp : VmRecordForward.Tcp,
        HostAddress = forward.EndPoint.Address.ToString(),
        HostPort = forward.HostPort,
        GuestPort = forward.GuestPort,
    };

    private static bool Is(VmEntry vm, VmRecord record) =>
        vm.Directory == record.RunDirectory && vm.Pid == record.Pid && vm.ProcessStartTime == record.ProcessStartTime && vm.BootId == record.BootId;

    private static string Gone(VmRecord record) =>
        $"The VM '{Shown.Text(record.Name)}' of {record.Host} does not run any more. It was started at {record.StartedAt:u} to live until {record.EndsAt:u}. Start it again.";
}
