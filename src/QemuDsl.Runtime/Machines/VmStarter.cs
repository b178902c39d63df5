using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>One start, from the description to the running guest.</summary>
internal sealed class VmStarter(IVmHost host, IQemuCommand command, VmOptions options)
{
    private readonly ILogger _logger = host.LoggerFactory.CreateLogger("QemuDsl.Runtime");

    public async Task<VirtualMachine> StartAsync(CancellationToken cancellationToken)
    {
        using var report = new StartReport(host, _logger, command, options.Progress);
        try
        {
            report.Begin(BootPhase.Preparing);
            StartChecks.Options(options);
            StartChecks.Findings(command, _logger);
            var vm = await SpawnAsync(report, cancellationToken).ConfigureAwait(false);
            return await BringUpAsync(vm, report, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            report.Fail(failure);
            throw;
        }
    }

    private async Task<VirtualMachine> SpawnAsync(StartReport report, CancellationToken cancellationToken)
    {
        var files = RunFiles.Choose(await host.FindRunRootAsync(cancellationToken).ConfigureAwait(false));
        if (files.IsTooLong)
        {
            throw new HostException(
                host.Name, $"the run directory {files.Directory} is too long for UNIX sockets (107 bytes). Choose a shorter RunRoot.");
        }

        report.Begin(BootPhase.Spawning);
        var arguments = command.Render(files.Directory);
        StartChecks.Arguments(arguments);
        if (options.Accelerator == Accelerator.Auto)
        {
            arguments = await AcceleratorArguments.AddAsync(
                host, command.Program, arguments, new CapabilityOptions(), cancellationToken).ConfigureAwait(false);
        }

        if (options.CheckHugePages)
        {
            await HugePageCheck.RunAsync(host, arguments, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        if (options.CheckVfio)
        {
            await VfioCheck.RunAsync(host, arguments, cancellationToken).ConfigureAwait(false);
        }

        var console = ConsoleChoices.Of(arguments);
        var launch = Launch(files, console, arguments);
        try
        {
            var supervisor = await Supervisor.StartAsync(host, launch, cancellationToken).ConfigureAwait(false);
            return new VirtualMachine(host, command, options, files, console, supervisor, _logger);
        }
        catch
        {
            await RemoveAsync(files.Directory).ConfigureAwait(false);
            throw;
        }
    }

    // What went wrong before is what the caller has to know.
    private async Task RemoveAsync(string directory)
    {
        try
        {
            await host.RemoveRunDirectoryAsync(directory, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HostException)
        {
            Log.DirectoryLeft(_logger, directory, failure);
        }
    }

    private SupervisorLaunch Launch(RunFiles files, ConsolePlan console, IReadOnlyList<string> arguments)
    {
        var added = console.Choice == ConsoleChoice.Added;
        var lifetime = options.Lifetime ?? TimeSpan.Zero;
        var connects = host is IOwnMachine && lifetime == TimeSpan.Zero;
        var agent = options.GuestAgent is { } port ? AgentWiring.Arguments(port, files, arguments) : [];
        return new SupervisorLaunch(
            files.Directory, command.Program, [.. arguments, .. files.Arguments(added, log: lifetime > TimeSpan.Zero, connects), .. agent])
        {
            Lifetime = lifetime,
            Requests = options.Placement is not null,
            HasQmpSocket = connects,
            Console = console.Choice == ConsoleChoice.StandardOutput,
            Secrets = command.SecretFiles,
            State = VmState.Write(files, command, console, options, host.TimeProvider.GetUtcNow()),
        };
    }

    // Side by side: on a host that is far away each takes round trips. A QEMU that ends is told by what connects, with QEMU's reasons; a
    // placement that cannot be is told at once, not after a QEMU that takes its time.
    private static async Task ConnectAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var placing = vm.PlaceAsync(ending.Token);
        var connecting = vm.ConnectAsync(ending.Token);
        try
        {
            var first = await Task.WhenAny(connecting, placing).ConfigureAwait(false);
            if (first.Exception?.InnerException is HostException or QemuStartException)
            {
                await first.ConfigureAwait(false);
            }

            await connecting.ConfigureAwait(false);
            await placing.ConfigureAwait(false);
        }
        catch (Exception end) when (end is VirtualMachineExitedException or EndOfStreamException)
        {
            // It ended while its threads were placed: no guest has run.
            throw await vm.StartFailureAsync(end).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await connecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await placing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<VirtualMachine> BringUpAsync(VirtualMachine vm, StartReport report, CancellationToken cancellationToken)
    {
        try
        {
            report.Begin(BootPhase.Connecting);
            await ConnectAsync(vm, cancellationToken).ConfigureAwait(false);
            report.BeginPaused(vm.Pid);
            if (!options.StartPaused)
            {
                await vm.BootAsync(report, cancellationToken).ConfigureAwait(false);
            }

            return vm;
        }
        catch (Exception failure)
        {
            await vm.CollectFailureAsync(failure).ConfigureAwait(false);
            await vm.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
