using System.ComponentModel;
using System.Diagnostics;

namespace QemuDsl.Runtime;

/// <summary>A process on this machine.</summary>
internal sealed class LocalProcess : IHostProcess
{
    private readonly Process _process;
    private readonly Lazy<Stream> _stdout;

    private LocalProcess(Process process)
    {
        _process = process;
        Stdin = process.StandardInput.BaseStream;
        _stdout = new Lazy<Stream>(() => PumpedStream.OfOwn(process.StandardOutput.BaseStream, "stdout"));
        Stderr = PumpedStream.OfOwn(process.StandardError.BaseStream, "stderr");
        Completion = CompleteAsync();
    }

    public Stream Stdin { get; }

    // A thread of its own only where somebody reads: a supervisor whose QEMU connects to its owner says nothing here.
    public Stream Stdout => _stdout.Value;

    public Stream Stderr { get; }

    public Task<int> Completion { get; }

    public static LocalProcess Start(string host, HostCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return new LocalProcess(Process.Start(start)!);
        }
        catch (Win32Exception failure)
        {
            throw new HostException(host, $"{command.Program} could not be started: {failure.Message}.", failure);
        }
    }

    public static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Gone between looking and killing.
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // The Process stays undisposed: it collects the child when that ends.
    public async Task ReleaseAsync()
    {
        await CloseAsync(Stdin).ConfigureAwait(false);
        await CloseOutputAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(Stdin).ConfigureAwait(false);
        Kill();
        await Completion.ConfigureAwait(false);
        await CloseOutputAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private static async Task CloseAsync(Stream stream)
    {
        try
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What was buffered for a reader that is gone.
        }
    }

    private async Task CloseOutputAsync()
    {
        await (_stdout.IsValueCreated ? Stdout : _process.StandardOutput.BaseStream).DisposeAsync().ConfigureAwait(false);
        await Stderr.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int> CompleteAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }
}
