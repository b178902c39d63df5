using System.Text;

namespace QemuDsl.Runtime;

/// <summary>A program that a supervisor runs, and what it has printed.</summary>
internal sealed class ShellRequest(string hostName, string script)
{
    private readonly TaskCompletionSource<HostResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();

    public Task<HostResult> Result => _result.Task;

    public void Take(string line)
    {
        if (_output.Length + line.Length > VmHostExtensions.OutputLimit)
        {
            Break(new HostException(hostName, $"{script} printed more than {VmHostExtensions.OutputLimit} characters."));
            _output.Clear();
            return;
        }

        _output.Append(line).Append('\n');
    }

    public void End() => _result.TrySetResult(new HostResult(0, _output.ToString(), ""));

    public void Break(Exception why)
    {
        _result.TrySetException(why);

        // Whoever gave up waiting does not look.
        _ = _result.Task.Exception;
    }
}
