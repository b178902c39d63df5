using System.Text.Json;
using CsCheck;

namespace QemuDsl.Abstractions.Tests;

/// <summary>What is written is what QEMU reads back, for any text.</summary>
public sealed class NotationTests
{
    private static readonly Gen<string> Text = Gen.String.Where(static text =>
        !text.Contains('\0', StringComparison.Ordinal) && text.EnumerateRunes().All(static rune => rune.Value != 0xfffd));

    [Fact]
    public void Key_value_is_read_back_by_the_rules_of_QEMU() => Text.Sample(static text =>
    {
        var argument = Empty().Add(new LabNet { Text = text }).Arguments[^1];
        return Read(argument)["text"] == text;
    });

    [Fact]
    public void JSON_is_read_back() => Text.Sample(static text =>
    {
        using var document = JsonDocument.Parse(Empty().WithNotation(Notation.Json).Add(new LabNet { Text = text }).Arguments[^1]);
        return document.RootElement.GetProperty("text").GetString() == text;
    });

    [Fact]
    public void JSON_is_written_only_where_QEMU_takes_it()
    {
        var command = Empty().WithNotation(Notation.Json).Add(new LabCard { Netdev = new LabNet { Chardev = new LabChardev() } });

        Assert.Equal(["lab", "lab,id=chardev0"], command.Arguments.Where(static argument => argument[0] is not ('-' or '{')));
        Assert.Equal(2, command.Arguments.Count(static argument => argument[0] == '{'));
    }

    [Theory]
    [InlineData(0, "NUL")]
    [InlineData(0xd800, "half of a surrogate pair")]
    public void What_no_argument_can_hold_is_refused_with_option_and_key(int character, string problem)
    {
        // By number: an attribute cannot hold half of a surrogate pair either.
        var command = Empty().Add(new LabNet { Text = $"a{(char)character}b" });

        var refusal = Assert.Throws<QemuOptionException>(() => command.Arguments);
        Assert.Contains("-netdev lab", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'text'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        var finding = Assert.Single(command.Check());
        Assert.Equal((FindingIds.NotExpressible, "text", "Remove it."), (finding.Id, finding.Key, finding.Remedy));
    }

    [Fact]
    public void Secrets_are_in_files_only()
    {
        var command = Empty().Add(new LabSecret { Data = "hunter2" });

        Assert.Equal("lab-secret,id=key0,file=/run/x/key0.secret", command.Render("/run/x")[^1]);
        Assert.Equal("hunter2"u8.ToArray(), Assert.Single(command.SecretFiles).Content.ToArray());
        Assert.DoesNotContain("hunter2", command.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", command.Options[0].ToString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_of_QEMU_is_traced_to_record_and_property()
    {
        var command = Empty().Add(new LabNet { Text = "x" });

        var refusal = command.Explain("qemu: -netdev lab,id=netdev0,text=x: Parameter 'text' is unexpected");

        Assert.Equal(("LabNet", "Text"), (refusal?.Record, refusal?.Property));
    }

    [Fact]
    public void Commands_do_not_change()
    {
        var command = Empty();
        _ = command.Add(new LabNet());

        Assert.Equal(["-machine", "lab"], command.Arguments);
    }

    // util/keyval.c and qemu-option.c: a comma ends a value unless it is doubled.
    private static Dictionary<string, string> Read(string argument)
    {
        var parts = argument.Replace(",,", "\u0001", StringComparison.Ordinal).Split(',').Select(static part => part.Replace('\u0001', ','));
        return parts.Skip(1).ToDictionary(static part => part[..part.IndexOf('=', StringComparison.Ordinal)], static part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }

    private static QemuCommand<LabMachine> Empty() => QemuCommand.Bare(new LabMachine());
}
