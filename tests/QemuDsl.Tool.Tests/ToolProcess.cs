using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>The built tool, running, with run directories of the test's own.</summary>
internal sealed partial class ToolProcess : IAsyncDisposable
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
        start.Environment.Remove("NO_COLOR");
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

    /// <summary>QEMU's process number, as the progress tells it.</summary>
    public string Qemu => Pid().Match(Text(_errors)).Groups[1].Value;

    public static Task SignalAsync(string signal, string process) => ChildProcess.RunAsync("/bin/sh", ["-c", "kill -s \"$1\" \"$2\"", "sh", signal, process]);

    public Task SignalAsync(string signal) => SignalAsync(signal, _process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits for its end only: what it leaves may go later.</summary>
    public Task ExitedAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    public void EndInput() => _process.StandardInput.Close();

    public Task SaidAsync(string text) => UntilAsync(() => Text(_output).Contains(text, StringComparison.Ordinal), $"'{text}' on stdout");

    public Task NotedAsync(string text) => UntilAsync(() => Text(_errors).Contains(text, StringComparison.Ordinal), $"'{text}' on stderr");

    /// <summary>Waits for its end; nothing of a VM may be left then, and no process that names this argument.</summary>
    public async Task<ToolResult> EndAsync(string? alsoGone = null)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await _reading;
        var result = new ToolResult(_process.ExitCode, Text(_output), Text(_errors));
        string[] left = [.. Left(), .. alsoGone is null ? [] : Naming(alsoGone)];
        Assert.True(left.Length == 0, $"left behind: {string.Join(", ", left)}\n{result}");
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

    public async Task UntilAsync(Func<bool> seen, string what)
    {
        for (var clock = Stopwatch.StartNew(); !seen(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Deadline, $"never: {what}\n{Text(_output)}\n{Text(_errors)}");
        }
    }

    // QEMU's command line names its run directory.
    private string[] Left() =>
        [.. Directory.EnumerateDirectories(_runtime.FullPath).SelectMany(Directory.EnumerateFileSystemEntries), .. Naming(_runtime.FullPath)];

    private static IEnumerable<string> Naming(string argument) =>
        from process in Directory.EnumerateDirectories("/proc")
        where char.IsAsciiDigit(Path.GetFileName(process)[0])
        let command = CommandLine(process)
        where command.Contains(argument, StringComparison.Ordinal)
        select $"{process}: {command}";

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"Paused +pid (\d+)")]
    private static partial Regex Pid();

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
