using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>completion</c> in a bash, which is asked as its line editor asks it.</summary>
public sealed class CompletionTests
{
    // What follows the line in the script is what readline would set.
    private const string Ask =
        """
        PATH="${2%/*}:$PATH"
        eval "$(qemu-dsl completion bash)"
        complete -p qemu-dsl
        COMP_LINE="$1" COMP_POINT=${#1}
        COMP_WORDS=($1)
        word="${1##* }"
        _qemu_dsl qemu-dsl "$word" ""
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    [Theory]
    [InlineData("qemu-dsl ren", "render")]
    [InlineData("qemu-dsl s", "screenshot,sweep")]
    [InlineData("qemu-dsl run --ker", "--kernel,--kernel-root")]
    [InlineData("qemu-dsl up --read", "--ready,--ready-serial")]
    [InlineData("qemu-dsl completion ", "--help,--json,-h,bash,fish,zsh")]
    [InlineData("qemu-dsl run --kernel /bo", "")]
    public async Task Line_is_completed(string line, string expected)
    {
        var said = await ChildProcess.RunAsync(Tools.Require("bash"), ["--norc", "-c", Ask, "bash", line, Built.Tool], TestContext.Current.CancellationToken);

        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("complete -o bashdefault -o default -F _qemu_dsl qemu-dsl", lines[0]);
        Assert.Equal(expected, string.Join(',', lines[1..]));
    }

    // Their line editors need a terminal and are seldom here; what they ask of the tool is what bash asks.
    [Theory]
    [InlineData("zsh", "compdef _qemu_dsl qemu-dsl")]
    [InlineData("fish", "complete -c qemu-dsl -a '(__qemu_dsl)'")]
    public async Task Other_shells_have_a_script_that_asks_the_tool(string shell, string last)
    {
        var result = await ToolProcess.RunAsync("completion", shell);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"{last}\n", result.Output, StringComparison.Ordinal);
        if (Tools.Find(shell) is { } program)
        {
            await ChildProcess.RunAsync(program, ["-n", "-c", result.Output], TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Unknown_shell_is_refused_with_those_there_are()
    {
        var result = await ToolProcess.RunAsync("completion", "tcsh");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("'bash'", result.Errors, StringComparison.Ordinal);
    }
}
