using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>
/// What a guest's init tells on a port of its own (virtio-serial): how far it came, what the guest calls its interfaces, how the workload ended.
/// Nobody else writes there, neither the kernel nor the workload.
/// </summary>
internal sealed class GuestReport
{
    /// <summary>The port's name in the guest.</summary>
    public const string PortName = "org.qemudsl.workload";

    /// <summary>The host's side of it, in the run directory.</summary>
    public const string SocketName = "workload.sock";

    private const int LongestLine = 64 * 1024;

    private readonly StringBuilder _line = new();
    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the workload was started.</summary>
    public Task Began => _began.Task;

    /// <summary>Completes when the workload has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>How it ended; null until it has.</summary>
    public WorkloadResult? Result { get; private set; }

    /// <summary>What the guest calls an interface; null when its kernel does not drive it.</summary>
    public string? NameOf(PciBdf device) => _names.GetValueOrDefault(device.ToString());

    /// <summary>Reads to the end of the port.</summary>
    public async Task ReadAsync(Stream port, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while (await port.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                Take(buffer.AsSpan(0, count));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The VM is gone, or nobody wants to know any more.
        }
    }

    /// <summary>Takes what came.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value == (byte)'\n')
            {
                Read(_line.ToString());
                _line.Clear();
            }
            else if (_line.Length < LongestLine)
            {
                // One character for each byte; Read makes text of them.
                _line.Append((char)value);
            }
        }
    }

    private void Read(string line)
    {
        switch (Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line)).Split(' ', 2))
        {
            case ["begin"]:
                _began.TrySetResult();
                break;
            case ["name", var rest] when rest.Split(' ') is [var device, var name]:
                _names[device] = name;
                break;
            case ["exit", var code] when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                End(new WorkloadExited(number));
                break;
            case ["failed", var reason]:
                End(new WorkloadFailed(reason));
                break;
        }
    }

    private void End(WorkloadResult result)
    {
        Result ??= result;
        _ended.TrySetResult();
    }
}
