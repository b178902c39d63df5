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

    /// <summary>Where the run directories are, from the first start on.</summary>
    internal string Root => _runtime.File("qemu-dsl");

    /// <summary>What the tool's environment has more than this one's.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>Starts a guest under a name.</summary>
    internal async Task<JsonElement> UpAsync(string name, GuestImage guest, params IEnumerable<string> more) => Json(await RunAsync(
        ["up", "--name", name, "--lifetime", "10m", "--ready-serial", MarkerGuests.Marker, "--json", "--", .. Guest.Command(guest, _runtime), .. more]));

    /// <summary>Runs the tool to its end.</summary>
    internal async Task<ToolResult> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Built.Tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["XDG_RUNTIME_DIR"] = _runtime.FullPath;
        start.Environment.Remove("TERM");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

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
        if (Directory.Exists(Root))
        {
            await DownAsync();
        }

        _runtime.Dispose();
    }

    private async Task DownAsync()
    {
        var left = Json(await RunAsync("ps", "--json")).EnumerateArray().Select(static vm => vm.GetProperty("runDirectory").GetString()!).ToList();
        if (left.Count > 0)
        {
            await RunAsync(["down", "--now", .. left]);
        }

        for (var clock = Stopwatch.StartNew(); Directory.EnumerateDirectories(Root).Any(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Deadline, $"left in {Root}");
        }
    }
}
