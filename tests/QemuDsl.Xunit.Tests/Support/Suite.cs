using System.Diagnostics;
using System.Xml.Linq;

namespace QemuDsl.Xunit.Tests;

/// <summary>Runs classes of the suite as a user would, in a place of their own, and reads its report.</summary>
internal sealed class Suite : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();

    public Suite()
    {
        Environment["SUITE_SECTOR"] = MarkerGuests.BootSector().WriteTo(_folder.FullPath);
        Environment["SUITE_ARTIFACTS"] = _folder.File("evidence");
        Environment["XDG_RUNTIME_DIR"] = Directory.CreateDirectory(_folder.File("run")).FullName;
    }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Whether others have their run directories in the same place meanwhile.</summary>
    public bool IsAmongOthers { get; init; }

    public string Evidence => _folder.File("evidence");

    public string File(string name) => _folder.File(name);

    public async Task<IReadOnlyList<SuiteResult>> RunAsync(params string[] classes)
    {
        var report = _folder.File("report.xml");
        string[] filter = [.. classes.SelectMany(static name => new[] { "-class", $"XunitSuite.{name}" })];
        var start = new ProcessStartInfo(Built("tests", "XunitSuite"), ["-noColor", "-noLogo", .. filter, "-result-xml", report])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullPath,
        };
        start.Environment.Remove("CI");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        var said = await SaidAsync(program);
        Assert.True(System.IO.File.Exists(report), string.Join('\n', said));
        if (!IsAmongOthers)
        {
            AssertNothingIsLeft();
        }

        return [.. XDocument.Load(report).Descendants("test").Select(SuiteResult.Read)];
    }

    /// <summary>Looks for run directories.</summary>
    public void AssertNothingIsLeft() => Assert.Empty(Directory.EnumerateDirectories(_folder.File("run")).SelectMany(Directory.EnumerateDirectories));

    private static async Task<string[]> SaidAsync(Process program)
    {
        try
        {
            return await Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync())
                .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
        finally
        {
            // One that hangs would live on, and its VM with it.
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    /// <summary>A program of a project, built in the configuration of this one.</summary>
    public static string Built(string folder, string project) => Checkout.Built($"{folder}/{project}", project);
}
