using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>The supervisor's process on the host: reads its frames, keeps the end of QEMU's stderr, knows how QEMU ended.</summary>
internal sealed class Supervisor : ISupervision
{
    private const int FrameLimit = 64 * 1024;
    private const int StderrLimit = 16 * 1024;
    private const int NoDirectory = 96;

    // Those that say what QEMU waits for or complains of; not the flood of a guest whose console is there.
    private const int LoggedLines = 100;

    // Frames already on their way when the supervisor is killed; a process that QEMU left behind could keep the channel open for ever.
    private static readonly TimeSpan LastFrames = TimeSpan.FromSeconds(1);

    private readonly IHostProcess _process;
    private readonly TimeProvider _time;
    private readonly string _nonce;
    [SuppressMessage("Usage", "CA2213", Justification = "Closing it is the end of the lease, which DisposeAsync awaits.")]
    private readonly SharedInput _input;
    private readonly QmpListener? _listener;
    private readonly StringBuilder _stderr = new();
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<QemuIdentity> _qemu = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _frames;
    private readonly string _host;
    private readonly ILogger _logger;
    private int _logged;
    private VmExit? _exit;
    private int? _ownCode;
    private bool _leaseEnded;
    private bool _expired;

    private Supervisor(IVmHost host, IHostProcess process, string nonce, QmpListener? listener)
    {
        _host = host.Name;
        _logger = host.LoggerFactory.CreateLogger("QemuDsl.Runtime");
        _process = process;
        _time = host.TimeProvider;
        _nonce = nonce;
        _input = new SharedInput(process.Stdin);
        _listener = listener;
        Shell = new SupervisorShell(host.Name, nonce, _input);
        _frames = ReadFramesAsync();
        Ended = EndAsync();
    }

    /// <inheritdoc/>
    public Task<QemuIdentity> Qemu => _qemu.Task;

    /// <inheritdoc/>
    public Task<VmExit> Ended { get; }

    /// <inheritdoc/>
    public string? Trouble { get; private set; }

    /// <inheritdoc/>
    public bool IsOwner => !_released.Task.IsCompleted;

    /// <inheritdoc/>
    public Stream QmpInput => _listener ?? (Stream)_input;

    /// <inheritdoc/>
    public Stream QmpOutput => _listener ?? _process.Stdout;

    /// <inheritdoc/>
    public string Stderr
    {
        get
        {
            lock (_lock)
            {
                return _stderr.ToString();
            }
        }
    }

    /// <inheritdoc/>
    public bool HasCleanedUp => _ownCode == 0 || !IsOwner;

    /// <summary>Runs programs there until it is told to go, if it takes requests at all.</summary>
    public SupervisorShell Shell { get; }

    public static async Task<Supervisor> StartAsync(IVmHost host, SupervisorLaunch launch, CancellationToken cancellationToken)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var listener = launch.HasQmpSocket ? ((IOwnMachine)host).Listen(new RunFiles(launch.Directory)) : null;
        Supervisor supervisor;
        try
        {
            var process = await host.StartProcessAsync(SupervisorScript.Command(nonce, launch), cancellationToken).ConfigureAwait(false);
            supervisor = new Supervisor(host, process, nonce, listener);
        }
        catch
        {
            listener?.GiveUp();
            throw;
        }

        try
        {
            await supervisor._input.WriteAsync(SupervisorScript.Preamble(launch), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // It has ended and tells why.
        }
        catch
        {
            await supervisor.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return supervisor;
    }

    /// <inheritdoc/>
    public async Task EndLeaseAsync()
    {
        _leaseEnded = true;
        await CloseInputAsync().ConfigureAwait(false);
    }

    /// <summary>Leaves QEMU to itself.</summary>
    public async Task ReleaseAsync()
    {
        _released.TrySetResult();
        await CloseInputAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
        await _process.ReleaseAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Kill() => _process.Kill();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!IsOwner)
        {
            return;
        }

        await _process.DisposeAsync().ConfigureAwait(false);
        if (_listener is not null)
        {
            await _listener.DisposeAsync().ConfigureAwait(false);
        }

        await Ended.ConfigureAwait(false);
    }

    private async Task CloseInputAsync()
    {
        try
        {
            await _input.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }

    private async Task ReadFramesAsync()
    {
        var reader = new LineReader(_process.Stderr, FrameLimit, cutLongLines: true);
        try
        {
            // The exit code is the last frame, and all that QEMU wrote came before it.
            while (_exit is null && await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
            {
                Take(line);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            Keep($"(the supervisor's frames end here: {failure.Message})");
        }
        finally
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            Shell.Break(new EndOfStreamException("The supervisor answers no more requests."));
        }
    }

    private void Take(byte[] line)
    {
        switch (SupervisorFrame.Parse(line, _nonce))
        {
            case { Word: "pid" } frame when QemuIdentity.Parse(frame.Rest) is { } qemu:
                _qemu.TrySetResult(qemu);
                break;
            case { Word: "exit" } frame when ExitCauses.Read(frame.Rest) is { } exit:
                _exit = exit;
                break;
            case { Word: "line" } frame:
                Shell.TakeLine(frame.Rest);
                break;
            case { Word: "done" } frame:
                Shell.TakeEnd(frame.Rest);
                break;
            case { Word: "missing" } frame:
                _qemu.TrySetException(new MissingProgramException(frame.Rest));
                break;
            case { Word: "expired" }:
                _expired = true;
                break;
            case { Word: "killed" }:
                Trouble = "QEMU did not end on SIGTERM within half a second and was killed";
                break;
            case { Word: "stuck" } frame:
                Trouble = $"QEMU (pid {frame.Rest}) outlived SIGKILL: it is stuck in the kernel";
                break;
            case null when line.Length > 0:
                Hear(Encoding.UTF8.GetString(line));
                break;
        }
    }

    // Live: a QEMU that waits for a peer says so before anybody has a VM to ask.
    private void Hear(string line)
    {
        Keep(line);
        if (_logged < LoggedLines)
        {
            _logged++;
            Log.Wrote(_logger, _host, Evidence.Printable(line));
        }
    }

    private void Keep(string line)
    {
        lock (_lock)
        {
            _stderr.Append(line).Append('\n');
            if (_stderr.Length > StderrLimit)
            {
                _stderr.Remove(0, _stderr.Length - StderrLimit);
            }
        }
    }

    private async Task<VmExit> EndAsync()
    {
        if (await Task.WhenAny(_process.Completion, _released.Task).ConfigureAwait(false) == _released.Task)
        {
            return new VmExit(null, VmExitReason.Detached);
        }

        var code = await _process.Completion.ConfigureAwait(false);
        _ownCode = code;
        _listener?.GiveUp();
        await CloseInputAsync().ConfigureAwait(false);
        await Task.WhenAny(_frames, Task.Delay(LastFrames, _time)).ConfigureAwait(false);
        var exit = (_exit, _leaseEnded, code) switch
        {
            ({ } qemu, _, _) => qemu,
            _ when _expired => new VmExit(null, VmExitReason.LifetimeOver),
            (_, true, _) => new VmExit(null, VmExitReason.Stopped),
            (_, _, 137) => new VmExit(null, VmExitReason.SupervisorKilled),
            _ => new VmExit(null, VmExitReason.SupervisorEnded),
        };
        _qemu.TrySetException(code == NoDirectory
            ? StartChecks.NoDirectory(_host, Stderr.Trim())
            : new EndOfStreamException($"The supervisor ended with {code} before it started QEMU: {Stderr.Trim()}"));
        _ = _qemu.Task.Exception;
        return exit;
    }
}
