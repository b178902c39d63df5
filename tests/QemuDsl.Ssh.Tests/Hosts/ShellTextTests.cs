using CsCheck;
using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

public sealed class ShellTextTests
{
    [Fact]
    public async Task Shell_gives_a_program_exactly_the_words_it_was_given()
    {
        string[] hostile =
        [
            "", " ", "'", "''", "\"", "$(touch /tmp/x)", "`id`", "$HOME", "a\nb", "\\", "*", "~", "-n", "--", "!", "#", "ü 東京", "a;b", "|", "&", ">f", "\t", "'\\''",
        ];
        var command = new HostCommand("printf", ["%s\\0", .. hostile]);

        var printed = await ChildProcess.RunAsync("/bin/sh", ["-c", ShellText.Command(command, "mark", sudo: false)], TestContext.Current.CancellationToken);

        Assert.Equal(string.Concat(hostile.Select(static word => word + "\0")), Behind(printed));
    }

    [Fact]
    public async Task Any_words_come_through()
    {
        var words = new List<string>();
        Gen.String.Array[1, 5].Sample(
            sample => words.AddRange(sample.Where(static word => !word.Contains('\0', StringComparison.Ordinal) && word.EnumerateRunes().All(static rune => rune.Value != 0xfffd))),
            iter: 100, threads: 1);

        var printed = await ChildProcess.RunAsync(
            "/bin/sh", ["-c", ShellText.Command(new HostCommand("printf", ["%s\\0", .. words]), "mark", sudo: false)], TestContext.Current.CancellationToken);

        Assert.Equal(string.Concat(words.Select(static word => word + "\0")), Behind(printed));
    }

    [Fact]
    public void Nul_is_refused() => Assert.Throws<ArgumentException>(static () => ShellText.Command(new HostCommand("a\0b", []), "m", sudo: false));

    [Fact]
    public void Sudo_never_asks() =>
        Assert.StartsWith("exec 'sudo' '-n' '--' 'sh' '-c' ", ShellText.Command(new HostCommand("true", []), "m", sudo: true), StringComparison.Ordinal);

    private static string Behind(string printed)
    {
        Assert.Matches(@"^mark \d+ [RS] ", printed);
        return printed[(printed.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }
}
