namespace QemuDsl.Nfv.Tests;

/// <summary>Scripts of VPP commands: nothing unfilled, nothing unused, nothing smuggled in.</summary>
public sealed class ScriptTemplateTests
{
    private const string Script = "set interface state ${if1} up\nip neighbor ${if1} ${ip} ${mac}\ncomment price 5$$\n";

    [Fact]
    public void Every_place_is_filled()
    {
        var template = ScriptTemplate.Parse(Script);

        Assert.Equal(["if1", "ip", "mac"], template.Keys);
        Assert.Equal(
            "set interface state eth0 up\nip neighbor eth0 10.0.0.1 52:54:00:00:00:01\ncomment price 5$\n",
            template.Fill(new Dictionary<string, string> { ["if1"] = "eth0", ["ip"] = "10.0.0.1", ["mac"] = "52:54:00:00:00:01" }));
    }

    [Fact]
    public void Unknown_and_unused_keys_are_named()
    {
        var refused = Assert.Throws<ScriptTemplateException>(static () => ScriptTemplate.Parse(Script).Fill(new Dictionary<string, string> { ["if1"] = "eth0", ["Mac"] = "", ["if2"] = "" }));

        Assert.Equal(["ip", "mac"], refused.Unknown);
        Assert.Equal(["Mac", "if2"], refused.Unused);
        Assert.Equal(
            "The script asks for 'ip', 'mac', and there is no value. Give one. The script has no place for 'Mac', 'if2'. Leave it out, or mend its name.", refused.Message);
    }

    [Fact]
    public void A_value_without_a_place_is_enough_to_refuse() => Assert.Equal(
        ["typo"], Assert.Throws<ScriptTemplateException>(static () => ScriptTemplate.Parse("show version").Fill(new Dictionary<string, string> { ["typo"] = "" })).Unused);

    [Fact]
    public void A_place_without_a_value_is_enough_to_refuse() => Assert.Equal(
        ["ip"], Assert.Throws<ScriptTemplateException>(static () => ScriptTemplate.Parse("ping ${ip}").Fill(new Dictionary<string, string>())).Unknown);

    [Theory]
    [InlineData("a\nb $c", 2)]
    [InlineData("$", 1)]
    [InlineData("${", 1)]
    [InlineData("${}", 1)]
    [InlineData("${a b}", 1)]
    [InlineData("${1a}", 1)]
    [InlineData("\n\n${a", 3)]
    [InlineData("$$$", 1)]
    public void What_is_no_place_is_told_with_its_line(string script, int line) =>
        Assert.Equal(line, Assert.Throws<ScriptTemplateException>(() => ScriptTemplate.Parse(script)).Line);

    [Fact]
    public void A_value_cannot_bring_a_command_along()
    {
        var refused = Assert.Throws<ScriptTemplateException>(static () => ScriptTemplate.Parse("ping ${ip}").Fill(new Dictionary<string, string> { ["ip"] = "10.0.0.1\nquit" }));

        Assert.Contains("'ip'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_value_says_is_no_template() => Assert.Equal("ping ${a}", ScriptTemplate.Parse("ping ${ip}").Fill(new Dictionary<string, string> { ["ip"] = "${a}" }));

    [Fact]
    public void A_script_without_places_stays_as_it_is() => Assert.Equal("show version\n", ScriptTemplate.Parse("show version\n").Fill(new Dictionary<string, string>()));
}
