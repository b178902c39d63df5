using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>The supervisor's process on the host: reads its frames, keeps the end of QEMU's stderr, knows how QEMU ended.</summary>
internal sealed class Supervisor : IAsyncDisposable
{
    private const int FrameLimit = 64 * 1024;
    private const int StderrLimit = 16 * 1024;
    private const int NoDirectory = 96;

    // Frames already on their way when the supervisor is killed; a process that QEMU left behind could keep the channel open for ever.
    private static readonly TimeSpan LastFrames = TimeSpan.FromSeconds(1);

    private readonly IHostProcess _process;
    private readonly TimeProvider _time;
    private readonly string _nonce;
    private readonly StringBuilder _stderr = new();
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<QemuIdentity> _qemu = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _frames;
    private readonly string _host;
    private int? _exitCode;
    private int? _ownCode;
    private bool _leaseEnded;

    private Supervisor(IVmHost host, IHostProcess process, string nonce)
    {
        _host = host.Name;
        _process = process;
        _time = host.TimeProvider;
        _nonce = nonce;
        _frames = ReadFramesAsync();
        Ended = EndAsync();
    }

    /// <summary>Which process QEMU is; fails when the supervisor ended before it started QEMU.</summary>
    public Task<QemuIdentity> Qemu => _qemu.Task;

    /// <summary>How QEMU ended, once the supervisor has ended too. Never fails.</summary>
    public Task<VmExit> Ended { get; }

    /// <summary>What the supervisor had to report beside: QEMU that had to be killed, or could not be.</summary>
    public string? Trouble { get; private set; }

    public Stream QmpInput => _process.Stdin;

    public Stream QmpOutput => _process.Stdout;

    /// <summary>The end of what QEMU wrote to stderr.</summary>
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

    /// <summary>Whether it ended as it should: then the run directory is gone.</summary>
    public bool HasCleanedUp => _ownCode == 0;

    public static async Task<Supervisor> StartAsync(IVmHost host, SupervisorLaunch launch, CancellationToken cancellationToken)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var process = await host.StartProcessAsync(SupervisorScript.Command(nonce, launch), cancellationToken).ConfigureAwait(false);
        var supervisor = new Supervisor(host, process, nonce);
        try
        {
            await process.Stdin.WriteAsync(SupervisorScript.Preamble(launch), cancellationToken).ConfigureAwait(false);
            await process.Stdin.FlushAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>Ends the lease: QEMU gets TERM, half a second, KILL, and the run directory goes.</summary>
    public async Task EndLeaseAsync()
    {
        _leaseEnded = true;
        await CloseInputAsync().ConfigureAwait(false);
    }

    /// <summary>Kills the supervisor itself; QEMU goes with it.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
    }

    private async Task CloseInputAsync()
    {
        try
        {
            await _process.Stdin.DisposeAsync().ConfigureAwait(false);
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
            while (_exitCode is null && await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
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
        }
    }

    private void Take(byte[] line)
    {
        switch (SupervisorFrame.Parse(line, _nonce))
        {
            case { Word: "pid" } frame when QemuIdentity.Parse(frame.Rest) is { } qemu:
                _qemu.TrySetResult(qemu);
                break;
            case { Word: "exit" } frame when int.TryParse(frame.Rest, CultureInfo.InvariantCulture, out var code):
                _exitCode = code;
                break;
            case { Word: "missing" } frame:
                _qemu.TrySetException(new MissingProgramException(frame.Rest));
                break;
            case { Word: "expired" }:
                Trouble = "its lifetime was over";
                break;
            case { Word: "killed" }:
                Trouble = "QEMU did not end on SIGTERM within half a second and was killed";
                break;
            case { Word: "stuck" } frame:
                Trouble = $"QEMU (pid {frame.Rest}) outlived SIGKILL: it is stuck in the kernel";
                break;
            case null when line.Length > 0:
                Keep(Encoding.UTF8.GetString(line));
                break;
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
        var code = await _process.Completion.ConfigureAwait(false);
        _ownCode = code;
        await CloseInputAsync().ConfigureAwait(false);
        await Task.WhenAny(_frames, Task.Delay(LastFrames, _time)).ConfigureAwait(false);
        var exit = (_exitCode, _leaseEnded, code) switch
        {
            ({ } qemu, _, _) => new VmExit(qemu, VmExitReason.Ended),
            (_, true, _) => new VmExit(null, VmExitReason.Stopped),
            (_, _, 137) => new VmExit(null, VmExitReason.SupervisorKilled),
            _ => new VmExit(null, VmExitReason.SupervisorEnded),
        };
        _qemu.TrySetException(code == NoDirectory
            ? new HostException(_host, $"the run directory cannot be made or filled: {Stderr.Trim()}. Make room there, or choose another RunRoot.")
            : new EndOfStreamException($"The supervisor ended with {code} before it started QEMU: {Stderr.Trim()}"));
        _ = _qemu.Task.Exception;
        return exit;
    }
}
