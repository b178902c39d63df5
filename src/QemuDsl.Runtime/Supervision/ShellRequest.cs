using System.Text;

namespace QemuDsl.Runtime;

/// <summary>A program that a supervisor runs, and what it has printed.</summary>
internal sealed class ShellRequest(string hostName, string script)
{
    private readonly TaskCompletionSource<ShellResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();

    public Task<ShellResult> Result => _result.Task;

    public void Take(string line)
    {
        if (_output.Length + line.Length > HostShell.OutputLimit)
        {
            Break(new HostException(hostName, $"{script} printed more than {HostShell.OutputLimit} characters."));
            _output.Clear();
            return;
        }

        _output.Append(line).Append('\n');
    }

    public void End() => _result.TrySetResult(new ShellResult(0, _output.ToString(), ""));

    public void Break(Exception why)
    {
        _result.TrySetException(why);

        // Whoever gave up waiting does not look.
        _ = _result.Task.Exception;
    }
}
