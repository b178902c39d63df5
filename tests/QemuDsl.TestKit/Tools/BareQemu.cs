using System.Diagnostics;
using System.Text;

namespace QemuDsl.TestKit;

/// <summary>QEMU started directly, without QemuDsl: what the library is held against. COM1 is its standard output and input.</summary>
public sealed class BareQemu : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _output = new();

    private BareQemu(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What the guest has written so far.</summary>
    public string Output => _output.ToString();

    /// <summary>Process id.</summary>
    public int Pid => _process.Id;

    /// <summary>Starts QEMU under TCG without display, default devices or network.</summary>
    public static BareQemu Start(string qemu, string machine, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(qemu)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] common = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", machine, "-serial", "stdio"];
        foreach (var argument in common.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return new BareQemu(Process.Start(start) ?? throw new InvalidOperationException($"{qemu} did not start."));
    }

    /// <summary>Reads the serial port until the text has been seen.</summary>
    /// <exception cref="InvalidOperationException">QEMU ended first.</exception>
    /// <exception cref="TimeoutException">The text did not come in time.</exception>
    public async Task WaitForAsync(string text, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        var buffer = new char[4096];
        var searched = 0;
        try
        {
            while (Output.IndexOf(text, searched, StringComparison.Ordinal) < 0)
            {
                searched = Math.Max(0, _output.Length - text.Length + 1);
                var read = await _process.StandardOutput.ReadAsync(buffer, deadline.Token);
                if (read == 0)
                {
                    throw new InvalidOperationException($"QEMU ended before '{text}'. Serial: {Output} Stderr: {await _errors}");
                }

                _output.Append(buffer, 0, read);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"'{text}' did not come within {timeout}. Serial: {Output}");
        }
    }

    /// <summary>Types into the serial port.</summary>
    public async Task TypeAsync(string text, CancellationToken cancellationToken = default)
    {
        await _process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>Waits until QEMU has ended and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Kills QEMU if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
