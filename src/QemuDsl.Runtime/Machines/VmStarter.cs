using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>One start, from the description to the running guest.</summary>
internal sealed class VmStarter(IVmHost host, IQemuCommand command, VmOptions options)
{
    private readonly ILogger _logger = host.LoggerFactory.CreateLogger("QemuDsl.Runtime");

    public async Task<VirtualMachine> StartAsync(CancellationToken cancellationToken)
    {
        using var report = new StartReport(host, _logger, options.Progress);
        try
        {
            report.Begin(BootPhase.Preparing);
            StartChecks.Options(options);
            StartChecks.Findings(command, _logger);
            if (options.Placement is { } placement)
            {
                await PlacementPreflight.CheckAsync(host, placement, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

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

        var console = ConsoleChoices.Of(arguments);
        var launch = Launch(files, console, arguments);
        try
        {
            var supervisor = await Supervisor.StartAsync(host, launch, cancellationToken).ConfigureAwait(false);
            return new VirtualMachine(host, command, options, files, console, supervisor, _logger);
        }
        catch
        {
            await host.RemoveRunDirectoryAsync(files.Directory, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private SupervisorLaunch Launch(RunFiles files, ConsolePlan console, IReadOnlyList<string> arguments)
    {
        var added = console.Choice == ConsoleChoice.Added;
        var lifetime = options.Lifetime ?? TimeSpan.Zero;
        var agent = options.GuestAgent is { } port ? AgentWiring.Arguments(port, files, arguments) : [];
        return new SupervisorLaunch(
            files.Directory, command.Program, [.. arguments, .. files.Arguments(added, log: lifetime > TimeSpan.Zero), .. agent])
        {
            Lifetime = lifetime,
            Console = console.Choice == ConsoleChoice.StandardOutput,
            Secrets = command.SecretFiles,
            State = VmState.Write(files, command, console, options, host.TimeProvider.GetUtcNow()),
        };
    }

    private async Task<VirtualMachine> BringUpAsync(VirtualMachine vm, StartReport report, CancellationToken cancellationToken)
    {
        try
        {
            report.Begin(BootPhase.Connecting);
            await vm.ConnectAsync(cancellationToken).ConfigureAwait(false);
            await vm.PlaceAsync(cancellationToken).ConfigureAwait(false);
            report.Begin(BootPhase.Paused, $"pid {vm.Pid}");
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
