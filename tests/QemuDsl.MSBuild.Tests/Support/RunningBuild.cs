using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace QemuDsl.MSBuild.Tests;

/// <summary>A build that runs.</summary>
internal sealed class RunningBuild : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    private const string Group =
        """
        signal() {
            for child in $(cat /proc/"$2"/task/*/children 2>/dev/null); do
                case "$(tr '\0' ' ' </proc/"$child"/cmdline)" in *MSBuild.Session.dll*|*qemu*) ;; *) signal "$1" "$child" ;; esac
            done
            kill -s "$1" "$2" 2>/dev/null
        }
        signal "$1" "$2"
        """;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;

    public RunningBuild(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public Task SaidAsync(string text) =>
        BuildFolder.UntilAsync(() => Output.Contains(text, StringComparison.Ordinal), () => $"'{text}' in\n{Output}");

    public Task SignalAsync(string signal) => ChildProcess.RunAsync(
        "/bin/sh", ["-c", "kill -s \"$1\" \"$2\"", "sh", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>
    /// Signals the build and every process it has started, but not the programs that hold VMs: those must notice by themselves. A build that is killed is
    /// gone then; disposing one that is still at it would end those programs, too.
    /// </summary>
    public async Task SignalGroupAsync(string signal)
    {
        await ChildProcess.RunAsync("/bin/sh", ["-c", Group, "sh", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        if (signal == "KILL")
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        }
    }

    public async Task<BuildResult> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await _reading.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        return new BuildResult(_process.ExitCode, Output);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, count);
            }
        }
    }
}
