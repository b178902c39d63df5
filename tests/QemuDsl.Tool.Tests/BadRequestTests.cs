using System.Runtime.InteropServices;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>A wrong request is exit code 2 with what is wrong and what to do, and no stack trace.</summary>
public sealed class BadRequestTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public static TheoryData<string[], string> Requests => new()
    {
        { ["run"], "Nothing to run. Name a profile (--assembly), a kernel (--kernel), or a QEMU command line after '--'." },
        { ["run", "--kernel", "k", "--", "qemu"], "exclude one another" },
        { ["run", "--kernel", "k", "--assembly", Built.HelloVm], "exclude one another" },
        { ["run", "--assembly", Built.HelloVm, "--", "qemu"], "exclude one another" },
        { ["run", "--initrd", "i", "--", "qemu"], "--initrd belongs to --kernel, which is not given. Add --kernel, or leave --initrd out." },
        { ["run", "--assembly", Built.HelloVm, "-m", "1G"], "--memory belongs to --kernel" },
        { ["run", "--profile", "p", "--kernel", "k"], "--profile belongs to --assembly" },
        { ["run", "--stop", "--", "qemu"], "--stop needs to know when the guest has booted. Name what it writes to its serial console then: --ready-serial REGEX." },
        { ["run", "--timeout", "9", "--", "qemu"], "--timeout needs to know when the guest has booted" },
        { ["run", "--timeout", "soon", "--", "qemu"], "--timeout 'soon': must be a number of seconds, more than 0 and at most 604800, such as 90 or 2.5." },
        { ["run", "--timeout", "-1", "--", "qemu"], "--timeout '-1': must be" },
        { ["run", "--timeout", "NaN", "--", "qemu"], "--timeout 'NaN': must be" },
        { ["run", "--no-such-option"], "--no-such-option" },
        { ["run", "--host-root"], "--host-root runs a program, and none is named. Write it after '--'" },
        { ["run", "--host-root", "--stop", "--", "true"], "--stop and --host-root exclude one another" },
        { ["run", "--busybox", "b", "--", "qemu"], "--busybox belongs to --host-root" },
        { ["run", "--kernel"], "Try 'qemu-dsl run --help'." },
        { ["run", "--memory", "lots", "--kernel", "k"], "--memory: 'lots' is not a size. Write bytes, or a number with K, M, G" },
        { ["run", "--ready-serial", "(", "--", "qemu-system-x86_64", "-machine", "none"], "--ready-serial" },
        { ["run", "--kernel", "/no/such/kernel"], "/no/such/kernel" },
        { ["run", "--", "/no/such/qemu"], "'/no/such/qemu' does not exist" },
        { ["run", "--", "no-such-qemu"], "'no-such-qemu' is not on the PATH of" },
        { ["run", "--", "qemu-system-x86_64", "-device", "no-such-device"], "'no-such-device' is not a valid device model name" },
        { ["render"], "--assembly" },
        { ["render", "--assembly", "/no/such.dll"], "There is no assembly /no/such.dll. Build the project that holds the profile first." },
        { ["render", "--assembly", Built.ToolPage], "tool.md is no .NET assembly. Name the .dll that the build of the profile's project made." },
        { ["render", "--assembly", Built.Library], "holds no VM profile. Mark a partial record with [VmProfile<Pc>]" },
        { ["render", "--assembly", Built.HelloVm, "--profile", "Nobody"], "holds no profile 'Nobody'. It has: HelloVm.HelloVm." },
        { ["render", "--assembly", Built.HelloVm], "$.kernel: is missing, and it is required. Add it." },
        { ["render", "--assembly", Built.HelloVm, "--from-json", "/no/such.json"], "/no/such.json" },
        { ["render", "--assembly", Built.HelloVm, "--from-json", Built.ToolPage], "tool.md" },
        { ["render", "--assembly", Built.Tests], "holds several profiles; name one of: QemuDsl.Tool.Tests.Broken, QemuDsl.Tool.Tests.Chatty, " },
        { ["render", "--assembly", Built.Tests, "--profile", "Quitter"], "The profile's code" },
        { ["frobnicate"], "frobnicate" },
        { ["rendr"], "Try 'qemu-dsl --help'." },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_is_refused_with_a_remedy(string[] arguments, string expected)
    {
        var result = await ToolProcess.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Broken", "System.NotSupportedException: moon phase unsuitable")]
    [InlineData("Unmade", "no constructor today")]
    public async Task What_a_profile_throws_is_shown_with_its_place(string profile, string expected)
    {
        var result = await ToolProcess.RunAsync("render", "--assembly", Built.Tests, "--profile", profile);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("The profile's own code failed: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.Contains($"{profile}.cs", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_that_ends_its_process_is_told()
    {
        var json = _folder.File("quitter.json");
        await File.WriteAllTextAsync(json, """{ "code": 9 }""", TestContext.Current.CancellationToken);

        var result = await ToolProcess.RunAsync("render", "--assembly", Built.Tests, "--profile", "Quitter", "--from-json", json);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("the profile's code ended the program that reads it with code 9.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_needs_dotnet_on_the_path()
    {
        // The runtime these tests run on: ROOT/shared/Microsoft.NETCore.App/VERSION.
        var root = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        await using var tool = ToolProcess.StartProgram(
            "env", "-u", "DOTNET_HOST_PATH", "PATH=/nowhere", $"DOTNET_ROOT={root}", Built.Tool, "render", "--assembly", Built.HelloVm);

        var result = await tool.EndAsync();

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("Profiles need the 'dotnet' program on PATH", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
