using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace QemuDsl.MSBuild.Tests;

/// <summary>A fresh folder with projects that use the package as it was laid out, and run directories of the test's own.</summary>
internal sealed class BuildFolder : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly TempDirectory _folder = new();
    [SuppressMessage("Usage", "CA2213", Justification = "Disposed at the end of DisposeAsync, behind a wait that the rule does not follow.")]
    private readonly TempDirectory _runtime = new();
    private readonly List<Process> _processes = [];

    public string FullPath => _folder.FullPath;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The folder that is packed, as it was built beside these tests.</summary>
    public static string Package { get; } = Checkout.Built("src/QemuDsl.MSBuild", "package");

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>A project without SDK, which knows the tasks and nothing else: the quickest build there is.</summary>
    public string Bare(string items, string targets = "", string name = "vm.proj") => Write(
        name,
        $"""
        <Project>
          <PropertyGroup><IntermediateOutputPath>obj/</IntermediateOutputPath><QemuStartDependsOn>CoreBuild</QemuStartDependsOn></PropertyGroup>
          <Import Project="{Package}/build/QemuDsl.MSBuild.props" />
          <ItemGroup>
        {items}
          </ItemGroup>
          <Target Name="CoreBuild" />
          {targets}
          <Import Project="{Package}/build/QemuDsl.MSBuild.targets" />
        </Project>
        """);

    /// <summary>Has NuGet's place in a project of the SDK taken by the folder that is packed.</summary>
    public void UsePackage(string project)
    {
        var at = Path.Combine(Path.GetDirectoryName(project) ?? "", "obj", $"{Path.GetFileName(project)}.qemudsl.g");
        foreach (var kind in (string[])["props", "targets"])
        {
            Write(
                $"{at}.{kind}",
                $"""
                <Project>
                  <Import Project="{Package}/buildMultiTargeting/QemuDsl.MSBuild.{kind}" Condition="'$(TargetFramework)' == ''" />
                  <Import Project="{Package}/build/QemuDsl.MSBuild.{kind}" Condition="'$(TargetFramework)' != ''" />
                </Project>
                """);
        }
    }

    public Task<BuildResult> MSBuildAsync(string project, string target, params string[] more) =>
        RunAsync(["msbuild", project, $"-t:{target}", "-nologo", "-v:m", "-tl:off", "-clp:Summary", .. more]);

    public async Task<BuildResult> RunAsync(params string[] arguments)
    {
        using var build = Start(arguments);
        return await build.EndAsync();
    }

    /// <summary>The same in a terminal.</summary>
    public async Task<BuildResult> RunInTerminalAsync(params string[] arguments)
    {
        using var build = StartInTerminal(arguments);
        return await build.EndAsync();
    }

    public RunningBuild StartInTerminal(params string[] arguments)
    {
        Environment["TERM"] = "xterm";
        return StartProgram(Tools.Require("script"), "-qec", string.Join(' ', ["dotnet", .. arguments]), "/dev/null");
    }

    /// <summary>Runs another program than <c>dotnet</c>.</summary>
    public async Task<BuildResult> RunProgramAsync(string program, params string[] arguments)
    {
        using var running = StartProgram(program, arguments);
        return await running.EndAsync();
    }

    // A shell that runs the tests in the background ignores SIGINT, and children inherit that; a user's shell does not.
    public RunningBuild Start(params string[] arguments) => StartProgram("env", ["--default-signal=INT", "dotnet", .. arguments]);

    private RunningBuild StartProgram(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = FullPath, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["XDG_RUNTIME_DIR"] = _runtime.FullPath;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // Properties of every project: what analyzers say of its tests, and NuGet of its packages, is nothing to wait for here.
        start.Environment["RunAnalyzers"] = "false";
        start.Environment["NuGetAudit"] = "false";
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("TERM");
        start.Environment.Remove("CI");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _processes.Add(process);
        return new RunningBuild(process);
    }

    public async Task<VmRecord> RecordAsync(string file) =>
        await VmRecordFile.ReadAsync(File(file), TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"There is no {file}.");

    /// <summary>Waits until there is no VM any more, of all that this folder's builds have started.</summary>
    public Task NothingIsLeftAsync() => UntilAsync(() => Left().Count == 0, () => $"left behind: {string.Join(", ", Left())}");

    /// <summary>VMs that run, and records of VMs.</summary>
    public List<string> Left() => [.. Running(), .. Records()];

    /// <summary>Records, of VMs that run or not.</summary>
    public IEnumerable<string> Records() =>
        Directory.EnumerateFiles(FullPath, "*.json", SearchOption.AllDirectories).Where(static file => file.Contains("/qemu-vms/", StringComparison.Ordinal));

    /// <summary>VMs that run.</summary>
    public List<string> Running() =>
    [
        .. Directory.EnumerateDirectories(_runtime.FullPath).SelectMany(Directory.EnumerateFileSystemEntries),
        .. from process in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(Path.GetFileName(process)[0]) && CommandLine(process) is var command
               && command.Contains(_runtime.FullPath, StringComparison.Ordinal)
           select process,
    ];

    public static async Task UntilAsync(Func<bool> seen, Func<string> what)
    {
        for (var clock = Stopwatch.StartNew(); !seen(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(clock.Elapsed < Deadline, $"never: {what()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }

        foreach (var file in Records())
        {
            if (await VmRecordFile.ReadAsync(file) is { Host: "local" or "ssh://lab" } record)
            {
                // What the test left on purpose. The run root is another one than this process has, so the process is ended by its number.
                await new Runtime.LocalHost().KillAsync(record.Pid, record.ProcessStartTime);
            }
        }

        await UntilAsync(() => Running().Count == 0, () => $"left behind: {string.Join(", ", Running())}");
        await _folder.DisposeAsync();
        await _runtime.DisposeAsync();
    }

    private static string CommandLine(string process)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
