using System.Runtime.InteropServices;

namespace QemuDsl.Tool;

/// <summary>
/// Ctrl-C and TERM: the first stops the VM in its stages, the second kills it, a third ends this program, and its VM goes with it.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupts() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
    ];

    public CancellationToken Stop => _stop.Token;

    public CancellationToken Kill => _kill.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, static registration => registration.Dispose());
        _stop.Dispose();
        _kill.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = !_kill.IsCancellationRequested;
        if (_stop.IsCancellationRequested)
        {
            _kill.Cancel();
        }

        _stop.Cancel();
    }
}
