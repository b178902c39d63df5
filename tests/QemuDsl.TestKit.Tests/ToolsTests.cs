using Xunit.Sdk;

namespace QemuDsl.TestKit.Tests;

public sealed class ToolsTests
{
    [Fact]
    public void Missing_tool_is_a_skip_that_says_how_to_get_it()
    {
        const string Reason = "swtpm is not installed: apt-get install swtpm";
        var said = "";
        try
        {
            Missing.Report(Reason, ci: false);
        }
        catch (SkipException skip)
        {
            said = skip.Message;
        }

        Assert.EndsWith(Reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_tool_is_a_failure_on_CI()
    {
        var failure = Record.Exception(() => Missing.Report("swtpm is not installed", ci: true));

        Assert.Contains("nothing may be skipped", Assert.IsType<FailException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_is_found_on_the_path() => Assert.EndsWith("/sh", Tools.Require("sh"), StringComparison.Ordinal);

    [Fact]
    public void Unknown_tool_is_not_found() => Assert.Null(Tools.Find("no-such-tool-of-qemu-dsl"));

    [Fact]
    public async Task Every_QEMU_listed_runs_and_tells_its_version()
    {
        foreach (var binary in QemuBinaries.All("x86_64"))
        {
            var version = await ChildProcess.RunAsync(binary.Path, ["--version"], TestContext.Current.CancellationToken);

            Assert.StartsWith("QEMU emulator version", version, StringComparison.Ordinal);
            Assert.True(binary.Name == QemuBinaries.Installed || version.Contains(" 10.", StringComparison.Ordinal), $"{binary}: {version}");
        }
    }

    [Fact]
    public void Temp_folder_is_private_short_and_gone_afterwards()
    {
        string path;
        using (var folder = new TempDirectory())
        {
            path = folder.FullPath;
            File.WriteAllText(folder.File("left"), "");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }

        Assert.False(Directory.Exists(path));
        Assert.True(path.Length < 30, path);
    }
}
