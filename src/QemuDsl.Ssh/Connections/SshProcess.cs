using System.Diagnostics.CodeAnalysis;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>A process on the other side of a channel.</summary>
internal sealed class SshProcess : IHostProcess
{
    /// <summary>The exit code of <c>ssh(1)</c> for a connection that was lost.</summary>
    public const int Lost = 255;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A process that ends by itself when its input does has this long for it, to and fro.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // Closing a channel waits a second for the other side, and as long as a socket that is full keeps others from it.
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(3);

    private readonly SshCommand _command;
    private readonly SshProcessEnd _end;
    private readonly Lazy<Task> _closed;
    private readonly CancellationTokenRegistration _losing;

    [SuppressMessage("Usage", "CA2213", Justification = "Disposed with the other streams, in CloseAsync.")]
    private readonly MarkedStream _stdout;
    private Task? _killing;
    private int _disposed;

    private SshProcess(SshCommand command, Task executing, string mark, SshProcessEnd end, CancellationToken lost)
    {
        _command = command;
        _end = end;
        _closed = new Lazy<Task>(() => Task.Run(command.Dispose, CancellationToken.None));
        Stdin = new CommandInput(Input(command), lost);
        _stdout = new MarkedStream(PumpedStream.Of(command.OutputStream, "ssh stdout"), mark);
        Stderr = PumpedStream.Of(command.ExtendedOutputStream, "ssh stderr");
        Completion = CompleteAsync(executing, lost);

        // Nothing but this ends what SSH.NET reads from a peer that says nothing any more.
        _losing = lost.UnsafeRegister(static process => _ = ((SshProcess)process!).BreakAsync(), this);
    }

    public Stream Stdin { get; }

    public Stream Stdout => _stdout;

    public Stream Stderr { get; }

    public Task<int> Completion { get; }

    public bool IsLost { get; private set; }

    /// <summary>Whether the program was reached: not when sudo or the login shell refused.</summary>
    public bool HasBegun => _stdout.Process is { IsCompletedSuccessfully: true, Result: not null };

    /// <param name="client">A connection.</param>
    /// <param name="line">The command.</param>
    /// <param name="end">What its end takes.</param>
    /// <param name="lost">The end of the connection.</param>
    public static async Task<SshProcess> StartAsync(SshClient client, ShellLine line, SshProcessEnd end, CancellationToken lost)
    {
        var command = client.CreateCommand(line.Text);
        try
        {
            // ExecuteAsync blocks its caller until the channel is open (two round trips).
            var executing = await Task.Run(() => new[] { command.ExecuteAsync(CancellationToken.None) }, CancellationToken.None).WaitAsync(lost).ConfigureAwait(false);
            return new SshProcess(command, executing[0], line.Mark, end, lost);
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    public void Kill() => _killing ??= SendKillAsync();

    /// <summary>Ends what is read from it, and nothing on its other side. Who reads it disposes it.</summary>
    public Task BreakAsync() => _closed.Value;

    // Closing a channel ends nothing on its other side.
    public async Task ReleaseAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await Stdin.DisposeAsync().ConfigureAwait(false);
            await CloseAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await Stdin.DisposeAsync().ConfigureAwait(false);

        // SSH.NET keeps without a limit what nobody reads.
        await Stdout.DisposeAsync().ConfigureAwait(false);
        await Stderr.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAny(Completion, Task.Delay(_killing is null ? Grace : Patience)).ConfigureAwait(false);
        if (!Completion.IsCompleted)
        {
            Kill();
            await Task.WhenAny(Completion, Task.Delay(Patience)).ConfigureAwait(false);
        }

        await CloseAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        await _losing.DisposeAsync().ConfigureAwait(false);

        // Only this completes reads and the execution when the connection is gone.
        await Task.WhenAny(_closed.Value, Task.Delay(Closing)).ConfigureAwait(false);
        await Stdout.DisposeAsync().ConfigureAwait(false);
        await Stderr.DisposeAsync().ConfigureAwait(false);
        _end.Release(this);
    }

    // By its number: an sshd without privilege separation, as root's is, sends no signals.
    private async Task SendKillAsync()
    {
        try
        {
            if (await _stdout.Process.ConfigureAwait(false) is { Pid: > 0 } process && !Completion.IsCompleted)
            {
                await _end.KillAsync(process).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is HostException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The connection is gone, or it has ended by itself.
        }
    }

    // A command that has ended already reads nothing any more.
    private static Stream Input(SshCommand command)
    {
        try
        {
            return command.CreateInputStream();
        }
        catch (InvalidOperationException)
        {
            return Stream.Null;
        }
    }

    private async Task<int> CompleteAsync(Task executing, CancellationToken lost)
    {
        try
        {
            await executing.WaitAsync(lost).ConfigureAwait(false);
        }
        catch (Exception end) when (end is OperationCanceledException or SshException or ObjectDisposedException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            // How it ended is told below.
        }

        if (_command is { ExitStatus: null, ExitSignal: null })
        {
            IsLost = true;
            return Lost;
        }

        return _command.ExitStatus ?? SignalCode(_command.ExitSignal);
    }

    private static int SignalCode(string? signal) => signal switch
    {
        "HUP" => 129,
        "INT" => 130,
        "QUIT" => 131,
        "ILL" => 132,
        "ABRT" => 134,
        "FPE" => 136,
        "KILL" => 137,
        "SEGV" => 139,
        "PIPE" => 141,
        "TERM" => 143,
        _ => 128,
    };
}
