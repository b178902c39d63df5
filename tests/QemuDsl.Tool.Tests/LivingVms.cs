using System.Diagnostics;
using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>Run directories of a test's own, for VMs that outlive the tool that started them; none outlives this.</summary>
public sealed class LivingVms : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly TempDirectory _runtime = new();

    internal TempDirectory Folder => _runtime;

    /// <summary>Starts a guest under a name.</summary>
    internal async Task<JsonElement> UpAsync(string name, GuestImage guest, params IEnumerable<string> more) => Json(await RunAsync(
        ["up", "--name", name, "--lifetime", "10m", "--ready-serial", MarkerGuests.Marker, "--as-json", "--", .. Guest.Command(guest, _runtime), .. more]));

    /// <summary>Runs the tool to its end.</summary>
    internal async Task<ToolResult> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Built.Tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["XDG_RUNTIME_DIR"] = _runtime.FullPath;
        start.Environment.Remove("TERM");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Deadline);
        return new ToolResult(process.ExitCode, await output, await errors);
    }

    /// <summary>What the tool answered as JSON.</summary>
    internal static JsonElement Json(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        var left = Json(await RunAsync("ps", "--as-json")).EnumerateArray().Select(static vm => vm.GetProperty("runDirectory").GetString()!).ToList();
        if (left.Count > 0)
        {
            await RunAsync(["down", "--now", .. left]);
        }

        var root = Path.Combine(_runtime.FullPath, "qemu-dsl");
        for (var clock = Stopwatch.StartNew(); Directory.Exists(root) && Directory.EnumerateDirectories(root).Any(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Deadline, $"left in {root}");
        }

        _runtime.Dispose();
    }
}
