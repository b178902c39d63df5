using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>A running QEMU and its channels. Disposing ends it and leaves nothing behind, whatever state it is in.</summary>
public sealed partial class VirtualMachine : IAsyncDisposable
{
    private readonly IVmHost _host;
    private readonly IQemuCommand _command;
    private readonly VmOptions _options;
    private readonly RunFiles _files;
    private readonly ConsolePlan _console;
    private readonly ISupervision _supervisor;
    private readonly ILogger _logger;
    private readonly long _started;
    private IHostProcess? _output;
    private SerialConsole? _serial;
    private readonly TaskCompletionSource<VmExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposing;

    internal VirtualMachine(
        IVmHost host, IQemuCommand command, VmOptions options, RunFiles files, ConsolePlan console, ISupervision supervisor, ILogger logger)
    {
        _host = host;
        _command = command;
        _options = options;
        _files = files;
        _console = console;
        _supervisor = supervisor;
        _logger = logger;
        _started = host.TimeProvider.GetTimestamp();
        Qmp = new QmpClient(supervisor.QmpOutput, supervisor.QmpInput, WhyEndedAsync, host.TimeProvider);
        _network = new VmNetwork(host, Qmp);
        _agent = options.GuestAgent is null
            ? null
            : new GuestAgentClient(token => host.ConnectAsync(files.AgentSocket, token), WhyEndedAsync, host.TimeProvider);
        Telemetry.Counts(host, 1);
        _ = EndedAsync();
    }

    /// <summary>QEMU's process number on the host.</summary>
    public int Pid { get; private set; }

    /// <summary>
    /// When that process started, in clock ticks since the host booted: tells it from another one that got its number later.
    /// </summary>
    public long ProcessStartTime { get; private set; }

    /// <summary>
    /// The boot of the host it runs in (<c>/proc/sys/kernel/random/boot_id</c>): after another one, number and start time mean nothing.
    /// </summary>
    public string BootId { get; private set; } = "";

    /// <summary>The host's name.</summary>
    public string HostName => _host.Name;

    /// <summary>The directory with this VM's sockets and files; it goes with the VM.</summary>
    public string RunDirectory => _files.Directory;

    /// <summary>A QMP socket of its own, for another program than this one.</summary>
    public string ControlSocket => _files.ControlSocket;

    /// <summary>QEMU's machine protocol.</summary>
    public QmpClient Qmp { get; }

    /// <summary>Whether <see cref="Serial"/> can be read.</summary>
    public bool HasSerial => _serial is not null;

    /// <summary>The guest's first serial port.</summary>
    /// <exception cref="InvalidOperationException">The command sends it elsewhere.</exception>
    public SerialConsole Serial => _serial ?? throw new InvalidOperationException($"{_console.Missing}.");

    /// <summary>Completes when QEMU has ended, with how it did. Never fails.</summary>
    public Task<VmExit> Exited => _exited.Task;

    /// <summary>The end of what QEMU wrote to stderr.</summary>
    public string Stderr => _supervisor.Stderr;

    /// <summary>QMP events from the first look at the sequence on, until QEMU ends.</summary>
    public IAsyncEnumerable<QmpEvent> EventsAsync(CancellationToken cancellationToken = default) => Qmp.EventsAsync(cancellationToken);

    /// <summary>Lets a paused guest run (<c>cont</c>).</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task ContinueAsync(CancellationToken cancellationToken = default) => Qmp.ExecuteAsync("cont", default, cancellationToken);

    /// <summary>Pauses the guest (<c>stop</c>).</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task PauseAsync(CancellationToken cancellationToken = default) => Qmp.ExecuteAsync("stop", default, cancellationToken);

    /// <summary>Waits until the guest has come to a point of its boot.</summary>
    /// <remarks>
    /// What the guest wrote before counts, events before do not: to miss none, call this before <see cref="ContinueAsync"/> and await it
    /// after.
    /// </remarks>
    /// <param name="wait">The point.</param>
    /// <param name="timeout">How long it may take; <see cref="VmOptions.BootTimeout"/> when null.</param>
    /// <param name="cancellationToken">Gives up; the VM goes on.</param>
    /// <exception cref="BootException">It did not come; the message holds the reason and the evidence.</exception>
    public async Task WaitAsync(BootWait wait, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var context = new BootContext(_serial, _console, Qmp, _host.TimeProvider) { Network = _network, Agent = _agent };
        try
        {
            await new BootRunner(context, _options.FailureSigns, Exited, Evidence)
                .RunAsync(wait, timeout ?? _options.BootTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (BootException failure)
        {
            await CollectFailureAsync(failure).ConfigureAwait(false);
            throw;
        }
    }
}
