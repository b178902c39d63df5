using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>The samples do what they show.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task HelloVm_runs_a_command_in_the_guest_and_leaves_nothing()
    {
        var linux = TinyLinux.Require();
        await using var sample = ToolProcess.StartProgram(Path.ChangeExtension(Built.HelloVm, null), linux.Kernel, linux.Initrd);

        var result = await sample.EndAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("says hello, 42", result.Output, StringComparison.Ordinal);
        Assert.Contains("stopped by: Powerdown; run directory left: False", result.Output, StringComparison.Ordinal);
    }
}
