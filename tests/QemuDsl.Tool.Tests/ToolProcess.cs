using System.Diagnostics;
using System.Globalization;
using System.Text;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>The built tool, running, with run directories of the test's own.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly TempDirectory _runtime = new();
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private ToolProcess(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["XDG_RUNTIME_DIR"] = _runtime.FullPath;
        start.Environment.Remove("TERM");
        _process = Process.Start(start)!;
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput, _output), ReadAsync(_process.StandardError, _errors));
    }

    // A shell that runs the tests in the background ignores SIGINT, and children inherit that; a user's shell does not.
    public static ToolProcess Start(params IEnumerable<string> arguments) => new("env", ["--default-signal=INT", Built.Tool, .. arguments]);

    /// <summary>Another program that runs the tool.</summary>
    public static ToolProcess StartProgram(string program, params IEnumerable<string> arguments) => new(program, arguments);

    public static async Task<ToolResult> RunAsync(params IEnumerable<string> arguments)
    {
        await using var tool = Start(arguments);
        return await tool.EndAsync();
    }

    public Task SignalAsync(string signal) =>
        ChildProcess.RunAsync("/bin/sh", ["-c", "kill -s \"$1\" \"$2\"", "sh", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    public Task SaidAsync(string text) => UntilAsync(() => Text(_output).Contains(text, StringComparison.Ordinal), $"'{text}' on stdout");

    public Task NotedAsync(string text) => UntilAsync(() => Text(_errors).Contains(text, StringComparison.Ordinal), $"'{text}' on stderr");

    /// <summary>Waits for its end; nothing of a VM may be left then.</summary>
    public async Task<ToolResult> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await _reading;
        var result = new ToolResult(_process.ExitCode, Text(_output), Text(_errors));
        Assert.True(Left().Length == 0, $"left behind: {string.Join(", ", Left())}\n{result}");
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
        await UntilAsync(() => Left().Length == 0, "the run directories are gone");
        _runtime.Dispose();
    }

    private string[] Left() => [.. Directory.EnumerateDirectories(_runtime.FullPath).SelectMany(Directory.EnumerateFileSystemEntries)];

    private async Task UntilAsync(Func<bool> seen, string what)
    {
        for (var clock = Stopwatch.StartNew(); !seen(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Deadline, $"never: {what}\n{Text(_output)}\n{Text(_errors)}");
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
        {
            lock (text)
            {
                text.Append(buffer, 0, count);
            }
        }
    }
}
