using System.Globalization;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>A running QEMU and its channels. Disposing ends it and leaves nothing behind, whatever state it is in.</summary>
public sealed partial class VirtualMachine : IAsyncDisposable
{
    private readonly IVmHost _host;
    private readonly IQemuCommand _command;
    private readonly VmOptions _options;
    private readonly RunFiles _files;
    private readonly ConsoleChoice _console;
    private readonly Supervisor _supervisor;
    private readonly ILogger _logger;
    private readonly long _started;
    private IHostProcess? _output;
    private SerialConsole? _serial;
    private int _disposed;

    internal VirtualMachine(
        IVmHost host, IQemuCommand command, VmOptions options, RunFiles files, ConsoleChoice console, Supervisor supervisor, ILogger logger)
    {
        _host = host;
        _command = command;
        _options = options;
        _files = files;
        _console = console;
        _supervisor = supervisor;
        _logger = logger;
        _started = host.TimeProvider.GetTimestamp();
        Qmp = new QmpClient(supervisor.QmpOutput, supervisor.QmpInput);
    }

    /// <summary>QEMU's process number on the host.</summary>
    public int Pid { get; private set; }

    /// <summary>When that process started, in clock ticks since the host booted: tells it from another one that got its number later.</summary>
    public long ProcessStartTime { get; private set; }

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
    public SerialConsole Serial => _serial
        ?? throw new InvalidOperationException("The command sends the serial port elsewhere. Leave -serial and isa-serial out, and the runtime adds a port it can read.");

    /// <summary>Completes when QEMU has ended, with how it did. Never fails.</summary>
    public Task<VmExit> Exited => _supervisor.Ended;

    /// <summary>The end of what QEMU wrote to stderr.</summary>
    public string Stderr => _supervisor.Stderr;

    /// <summary>QMP events from now on, until QEMU ends.</summary>
    public IAsyncEnumerable<QmpEvent> EventsAsync(CancellationToken cancellationToken = default) => Qmp.EventsAsync(cancellationToken);

    /// <summary>Lets a paused guest run (<c>cont</c>).</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task ContinueAsync(CancellationToken cancellationToken = default) => CommandAsync("cont", cancellationToken);

    /// <summary>Pauses the guest (<c>stop</c>).</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task PauseAsync(CancellationToken cancellationToken = default) => CommandAsync("stop", cancellationToken);

    /// <summary>Waits until the guest has come to a point of its boot.</summary>
    /// <param name="wait">The point.</param>
    /// <param name="timeout">How long it may take; <see cref="VmOptions.BootTimeout"/> when null.</param>
    /// <param name="cancellationToken">Gives up; the VM goes on.</param>
    /// <exception cref="BootException">It did not come; the message holds the reason and the evidence.</exception>
    public Task WaitAsync(BootWait wait, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var context = new BootContext(_serial, Qmp, _host.TimeProvider);
        return new BootRunner(context, _options.FailureSigns, Exited, Evidence).RunAsync(wait, timeout ?? _options.BootTimeout, cancellationToken);
    }

    internal async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.StartTimeout, _host.TimeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await OpenAsync(ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new QemuStartException(
                $"QEMU did not answer within {_options.StartTimeout.TotalSeconds:0.###} s. It may wait for a peer (its last words tell), or the host is overloaded: "
                + $"raise VmOptions.StartTimeout.\n{Evidence()}");
        }
        catch (Exception failure) when (failure is EndOfStreamException or QmpProtocolException or InvalidOperationException)
        {
            throw await StartFailureAsync(failure, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        Pid = await _supervisor.Pid.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_console == ConsoleChoice.StandardOutput)
        {
            // The FIFO is there once the number is told, and QEMU waits in opening it until somebody reads: no byte is lost.
            _output = await _host.StartProcessAsync(new HostCommand("cat", [_files.Output]), cancellationToken).ConfigureAwait(false);
            _serial = new SerialConsole(_output.Stdout);
        }

        await Qmp.NegotiateAsync(cancellationToken).ConfigureAwait(false);
        if (_console == ConsoleChoice.Added)
        {
            _serial = new SerialConsole(await _host.ConnectAsync(_files.SerialSocket, cancellationToken).ConfigureAwait(false));
        }

        var stat = await _host.ReadFileAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{Pid}/stat"), cancellationToken).ConfigureAwait(false);
        ProcessStartTime = ProcessStat.StartTime(stat) ?? throw new EndOfStreamException("QEMU ended right after it had answered.");
        await VmState.WriteAsync(_host, _files, this, cancellationToken).ConfigureAwait(false);
        Log.Started(_logger, _host.Name, Pid, _files.Directory);
    }

    private async Task<QemuStartException> StartFailureAsync(Exception failure, CancellationToken cancellationToken)
    {
        await Task.WhenAny(Exited, Task.Delay(TimeSpan.FromSeconds(1), _host.TimeProvider, cancellationToken)).ConfigureAwait(false);
        var refusal = Stderr.Split('\n').Select(_command.Explain).FirstOrDefault(static found => found is not null);
        var how = Exited.IsCompletedSuccessfully ? $"QEMU {await Exited.ConfigureAwait(false)} before it answered" : failure.Message;
        var about = refusal is null ? "" : $"\n{refusal}";
        return new QemuStartException($"{how}.{about}\n{Evidence()}", refusal: refusal, innerException: failure);
    }

    private async Task CommandAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            await Qmp.ExecuteAsync(command, default, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            var exit = await Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
            throw new VirtualMachineExitedException($"'{command}' could not be carried out: QEMU (pid {Pid} on {_host.Name}) {exit}.\n{Evidence()}", exit);
        }
    }

    private string Evidence()
    {
        var serial = _serial is null ? "" : $"Last serial lines:\n{Runtime.Evidence.LastLines(_serial.Text, 10)}\n";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            QEMU pid {Pid} on {_host.Name}, {_host.TimeProvider.GetElapsedTime(_started).TotalSeconds:0.0} s after its start.
            {serial}Last stderr lines:
            {Runtime.Evidence.LastLines(Stderr, 10)}
            Command: {CommandText.Quoted(_command.Program, _command.Arguments)}
            """);
    }
}
