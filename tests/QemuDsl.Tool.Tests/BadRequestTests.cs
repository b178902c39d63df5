namespace QemuDsl.Tool.Tests;

/// <summary>A wrong request is exit code 2 with what is wrong and what to do, and no stack trace.</summary>
public sealed class BadRequestTests
{
    public static TheoryData<string[], string> Requests => new()
    {
        { ["run"], "Nothing to run. Name a profile (--assembly), a kernel (--kernel), or a QEMU command line after '--'." },
        { ["run", "--kernel", "k", "--", "qemu"], "exclude one another" },
        { ["run", "--timeout", "soon", "--", "qemu"], "--timeout" },
        { ["run", "--timeout", "-1", "--", "qemu"], "--timeout" },
        { ["run", "--no-such-option"], "--no-such-option" },
        { ["run", "--memory", "lots", "--kernel", "k"], "lots" },
        { ["run", "--ready-serial", "(", "--", "qemu-system-x86_64", "-machine", "none"], "--ready-serial" },
        { ["run", "--kernel", "/no/such/kernel"], "/no/such/kernel" },
        { ["run", "--", "/no/such/qemu"], "/no/such/qemu" },
        { ["run", "--", "qemu-system-x86_64", "-device", "no-such-device"], "'no-such-device' is not a valid device model name" },
        { ["render"], "--assembly" },
        { ["render", "--assembly", "/no/such.dll"], "There is no assembly /no/such.dll. Build the project that holds the profile first." },
        { ["render", "--assembly", Built.ToolPage], "tool.md" },
        { ["render", "--assembly", Built.Library], "holds no VM profile. Mark a partial record with [VmProfile<Pc>]" },
        { ["render", "--assembly", Built.HelloVm, "--profile", "Nobody"], "holds no profile 'Nobody'. It has: HelloVm.HelloVm." },
        { ["render", "--assembly", Built.HelloVm], "kernel" },
        { ["render", "--assembly", Built.HelloVm, "--json", "/no/such.json"], "/no/such.json" },
        { ["render", "--assembly", Built.HelloVm, "--json", Built.ToolPage], "tool.md" },
        { ["render", "--assembly", Built.Tests], "holds several profiles; name one of: QemuDsl.Tool.Tests.Broken, QemuDsl.Tool.Tests.Locked." },
        { ["frobnicate"], "frobnicate" },
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
    }

    [Fact]
    public async Task What_a_profile_throws_is_shown_with_its_place()
    {
        var result = await ToolProcess.RunAsync("render", "--assembly", Built.Tests, "--profile", "Broken");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("The profile's own code failed: System.NotSupportedException: moon phase unsuitable", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Broken.cs", result.Errors, StringComparison.Ordinal);
    }
}
