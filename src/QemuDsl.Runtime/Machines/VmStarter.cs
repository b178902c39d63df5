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
            var program = await StartChecks.ProgramAsync(host, command, cancellationToken).ConfigureAwait(false);
            if (options.Placement is { } placement)
            {
                await PlacementPreflight.CheckAsync(host, placement, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            var vm = await SpawnAsync(program, report, cancellationToken).ConfigureAwait(false);
            return await BringUpAsync(vm, report, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            report.Fail(failure);
            throw;
        }
    }

    private async Task<VirtualMachine> SpawnAsync(string program, StartReport report, CancellationToken cancellationToken)
    {
        var files = new RunFiles(await host.CreateRunDirectoryAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            if (files.IsTooLong)
            {
                throw new HostException(
                    host.Name, $"the run directory {files.Directory} is too long for UNIX sockets (107 bytes). Choose a shorter RunRoot.");
            }

            foreach (var secret in command.SecretFiles)
            {
                var path = Path.Combine(files.Directory, secret.Name);
                await host.WriteFileAsync(path, secret.Content, cancellationToken).ConfigureAwait(false);
            }

            report.Begin(BootPhase.Spawning);
            var arguments = command.Render(files.Directory);
            StartChecks.Arguments(arguments);
            if (options.Accelerator == Accelerator.Auto)
            {
                arguments = await AcceleratorArguments.AddAsync(
                    host, program, arguments, new CapabilityOptions(), cancellationToken).ConfigureAwait(false);
            }

            if (options.CheckHugePages)
            {
                await HugePageCheck.RunAsync(host, arguments, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            var console = ConsoleChoices.Of(arguments);
            var supervisor = await Supervisor.StartAsync(
                host, files.Directory, console.Choice == ConsoleChoice.StandardOutput, program,
                [.. arguments, .. files.Arguments(console.Choice == ConsoleChoice.Added)], cancellationToken).ConfigureAwait(false);
            return new VirtualMachine(host, command, options, files, console, supervisor, _logger);
        }
        catch
        {
            await host.RemoveRunDirectoryAsync(files.Directory, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
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
        catch
        {
            await vm.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
