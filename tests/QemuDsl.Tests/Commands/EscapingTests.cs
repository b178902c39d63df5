namespace QemuDsl.Tests.Commands;

/// <summary>What a value may hold, and what QEMU cannot express.</summary>
public sealed class EscapingTests
{
    [Theory]
    [InlineData("a,b", "guest=a,,b")]
    [InlineData(",", "guest=,,")]
    [InlineData("a,,b", "guest=a,,,,b")]
    [InlineData("a b", "guest=a b")]
    [InlineData("a=b", "guest=a=b")]
    [InlineData("\"a' $(b) `c` \\", "guest=\"a' $(b) `c` \\")]
    [InlineData("a\nb\tc", "guest=a\nb\tc")]
    [InlineData("räuter-東京-🖥", "guest=räuter-東京-🖥")]
    [InlineData("", "guest=")]
    public void A_comma_is_doubled_and_all_else_stays(string name, string expected) =>
        Assert.Equal(["-name", expected], Qemu.Pc().WithName(name).Arguments.Skip(6));

    [Fact]
    public void JSON_text_is_quoted_and_its_commas_stay() => Assert.Equal(
        ["-blockdev", "{\"driver\":\"file\",\"node-name\":\"block0\",\"filename\":\"a,b \\\"c\\\" \\\\ \\u000a ü\"}"],
        Qemu.Pc().Add(new FileBlockdev { Filename = "a,b \"c\" \\ \n ü" }).WithNotation(Notation.Json).Arguments.Skip(6));

    [Theory]
    [InlineData(0, "NUL")]
    [InlineData(0xd800, "surrogate")]
    [InlineData(0xdc00, "surrogate")]
    public void What_no_argument_can_hold_is_refused_with_option_and_key(int character, string reason)
    {
        // By number: an attribute cannot hold half of a surrogate pair either.
        var refused = Assert.Throws<QemuOptionException>(() => Qemu.Pc().WithName($"a{(char)character}b").Arguments);

        Assert.Equal(("-name", "guest"), (refused.Option, refused.Key));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)]
    public void A_verbatim_value_is_held_to_the_same(int character) =>
        Assert.Throws<QemuOptionException>(() => Qemu.Pc().WithKernel("vmlinuz", append: $"a{(char)character}b").Arguments);

    [Fact]
    public void A_comma_in_a_CPU_feature_is_refused_because_QEMU_knows_no_escape_there()
    {
        var refused = Assert.Throws<FormatException>(() => CpuFeature.Set("model-id", "a,b"));

        Assert.Contains("-cpu knows no escape", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_never_becomes_another_option() => Assert.Equal(
        ["-chardev", "file,id=chardev0,path=x,,id=evil,,server=on"],
        Qemu.Pc().Add(new FileChardev { Path = "x,id=evil,server=on" }).Arguments.Skip(6));
}
