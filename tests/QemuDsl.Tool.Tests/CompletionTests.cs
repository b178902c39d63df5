using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>completion</c> in the shells themselves, which are asked as their line editors ask.</summary>
public sealed class CompletionTests : IDisposable
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

    private const string AskFish =
        """
        set -p PATH (dirname $argv[1])
        cd $argv[2]
        qemu-dsl completion fish | source
        for line in $argv[3..]
            complete -C $line | string replace -r '\t.*' '' | string join ,
        end
        true
        """;

    // In a terminal: each line with a Tab, and a key that writes down what has become of it.
    private const string AskZsh =
        """
        zmodload zsh/zpty
        export PATH="${1%/*}:$PATH" TERM=xterm ANSWERS="$2/answers"
        cd $2
        zpty editor zsh -f -i
        zpty -w editor 'autoload -Uz compinit && compinit -u -D && eval "$(qemu-dsl completion zsh)"
            answer() { print -r -- "$BUFFER" >>$ANSWERS; BUFFER= }; zle -N answer; bindkey "^T" answer'
        for line in "${@:3}"; do zpty -w -n editor $line$'\t\x14'; done
        zpty -w editor exit
        while zpty -r editor said; do all+=$said; done
        cat $ANSWERS || print -r -- $all
        """;

    private readonly TempDirectory _folder = new();

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

    [Fact]
    public async Task Line_is_completed_by_fish_and_names_of_files_are_offered_where_nothing_else_is()
    {
        var said = await AskAsync("fish", ["--no-config", "-c", AskFish], "qemu-dsl ren", "qemu-dsl s", "cd /; qemu-dsl run --ker", "qemu-dsl render --from-json ren");

        Assert.Equal(["render", "screenshot,sweep", "--kernel,--kernel-root", "render.json"], said);
    }

    [Fact]
    public async Task Line_is_completed_by_the_editor_of_zsh()
    {
        var said = await AskAsync("zsh", ["-f", "-c", AskZsh, "zsh"], "qemu-dsl ren", "cd /; qemu-dsl run --ker", "qemu-dsl render --from-json ren");

        Assert.Equal(["qemu-dsl render ", "cd /; qemu-dsl run --kernel", "qemu-dsl render --from-json render.json "], said);
    }

    [Fact]
    public async Task Unknown_shell_is_refused_with_those_there_are()
    {
        var result = await ToolProcess.RunAsync("completion", "tcsh");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("'bash'", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // In a folder with a file whose name begins as a command does.
    private async Task<string[]> AskAsync(string shell, string[] ask, params string[] lines)
    {
        await File.WriteAllTextAsync(_folder.File("render.json"), "{ }", TestContext.Current.CancellationToken);
        var said = await ChildProcess.RunAsync(Tools.Require(shell), [.. ask, Built.Tool, _folder.FullPath, .. lines], TestContext.Current.CancellationToken);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
