using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.MSBuild.Tests;

/// <summary>What a build says when the program that holds its VMs does not do that. A script takes its place.</summary>
public sealed class HoldVmsTests : IDisposable
{
    private const string Ready = """echo '{"kind":"Ready","text":""}'""";

    private readonly TempDirectory _folder = new();
    private readonly SilentEngine _engine = new();

    [Fact]
    public void Without_dotnet_is_an_error_with_the_remedy()
    {
        Assert.False(Holding("/no/such/dotnet").Execute());

        var error = Assert.Single(_engine.Errors);
        Assert.Equal("QDT0006", error.Code);
        Assert.StartsWith("The program that holds the VMs needs '/no/such/dotnet', and it could not be started: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Install the .NET runtime, and have it on PATH.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/docs/diagnostics/QDT0006.md", error.HelpLink, StringComparison.Ordinal);
        Assert.Empty(_engine.Held);
    }

    [Theory]
    [InlineData("echo 'It broke.' >&2; exit 7", "QDT0006", "The program that holds the VMs ended with code 7. It broke.")]
    [InlineData("echo hello; echo '{'; exit 0", "QDT0006", "The program that holds the VMs ended with code 0.")]
    [InlineData("kill -KILL $$", "QDT0006", "The program that holds the VMs ended with code 137.")]
    [InlineData("""echo '{"kind":"Error","text":"No such VM.","code":"QDT0001"}'; exit 1""", "QDT0001", "No such VM.")]
    public async Task One_that_ends_before_its_VMs_are_there_is_one_error_with_its_last_words(string script, string code, string message)
    {
        Assert.False(Holding(await ScriptAsync(script)).Execute());
        End();

        var error = Assert.Single(_engine.Errors);
        Assert.Equal((code, message), (error.Code, error.Message?.Trim()));
    }

    [Fact]
    public async Task It_is_held_to_the_end_of_the_build_and_not_beyond()
    {
        var seen = _folder.File("ended");
        Assert.True(Holding(await ScriptAsync($"{Ready}; cat >/dev/null; : >'{seen}'")).Execute());
        Assert.False(File.Exists(seen));

        End();

        Assert.True(File.Exists(seen));
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void What_it_says_in_the_end_is_passed_on()
    {
        using var log = new StringWriter();
        Held("cat >/dev/null; echo 'QemuDsl: a VM could not be stopped.' >&2; exit 1", TimeSpan.FromMinutes(1), log).Dispose();

        Assert.Equal("QemuDsl: a VM could not be stopped.", log.ToString().Trim());
    }

    [Fact]
    public async Task What_it_said_last_is_told_once()
    {
        await using var log = new StringWriter();
        var held = Held("echo 'no such kernel' >&2; exit 1", TimeSpan.FromMinutes(1), log);

        Assert.Equal("no such kernel", await held.ErrorsAsync(TestContext.Current.CancellationToken));
        held.Dispose();

        Assert.Empty(log.ToString());
    }

    [Fact]
    public void Build_waits_a_while_for_its_end_and_tells_when_it_goes_on_without()
    {
        using var log = new StringWriter();
        var held = Held("exec sleep 600", TimeSpan.FromSeconds(0.2), log);

        held.Dispose();
        held.Dispose();

        var said = log.ToString().Split(' ', '\n');
        Assert.Equal("is still stopping VMs after 0.2 s; nobody waits for it any more.", string.Join(' ', said[3..]).Trim());
        using var left = Process.GetProcessById(int.Parse(said[2], CultureInfo.InvariantCulture));
        left.Kill();
    }

    public void Dispose()
    {
        End();
        _folder.Dispose();
    }

    private HoldVms Holding(string dotnet) => new() { BuildEngine = _engine, Plan = _folder.File("plan.json"), DotNet = dotnet };

    private void End() => _engine.Held.ForEach(static held => held.Dispose());

    private static HeldVms Held(string script, TimeSpan patience, StringWriter log) => new(
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!,
        patience, log);

    // Written by another process: what is started beside would have the file open for writing for a moment, and it could not be run then.
    private async Task<string> ScriptAsync(string text)
    {
        var file = _folder.File("dotnet");
        await ChildProcess.RunAsync("/bin/sh", ["-c", "printf '#!/bin/sh\n%s\n' \"$1\" >\"$2\"; chmod 500 \"$2\"", "sh", text, file], TestContext.Current.CancellationToken);
        return file;
    }
}
