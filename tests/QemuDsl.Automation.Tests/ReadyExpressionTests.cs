namespace QemuDsl.Automation.Tests;

/// <summary>When a guest is ready, as text.</summary>
public sealed class ReadyExpressionTests
{
    [Theory]
    [InlineData("serial:login:", "'login:' on the serial console")]
    [InlineData("agent", "an answer of the guest agent")]
    [InlineData("qmp:RESET", "QMP event RESET")]
    public void Form_becomes_its_wait(string text, string expected) =>
        Assert.Contains(expected.Trim('\''), ReadyExpression.Parse(text).Wait.Description.Replace("'", "", StringComparison.Ordinal)
            + ReadyExpression.Parse(text).Wait.Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("tcp:5432", false)]
    [InlineData("ssh", false)]
    [InlineData("cloud-init", false)]
    [InlineData("agent + tcp:80", true)]
    [InlineData("serial:a b + agent", true)]
    public void Expression_tells_whether_it_needs_an_agent(string text, bool expected)
    {
        var ready = ReadyExpression.Parse(text);

        Assert.Equal(expected, ready.NeedsAgent);
        Assert.Equal(text, ready.ToString());
    }

    [Fact]
    public void Several_waits_must_all_come() =>
        Assert.Contains(" and ", ReadyExpression.Parse("serial:up + qmp:RESET").Wait.Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "character 1: a wait is missing")]
    [InlineData("agent + ", "character 9: a wait is missing")]
    [InlineData("agnet", "character 1: 'agnet' is no wait. Write serial:REGEX, agent, tcp:PORT, ssh, cloud-init or qmp:EVENT")]
    [InlineData("serial:x + agnet", "character 12: 'agnet' is no wait")]
    [InlineData("serial:", "character 1: 'serial:' needs a value behind it")]
    [InlineData("serial:(", "character 8: ")]
    [InlineData("serial:(?=x)", "has backreferences or look-around")]
    [InlineData("tcp:99999", "character 5: '99999' is no port from 1 to 65535")]
    [InlineData("tcp", "character 1: 'tcp:' needs a value")]
    [InlineData("agent:2", "character 7: 'agent' takes no value")]
    [InlineData("agent + qmp:no", "character 13: 'no' is no QMP event")]
    public void Wrong_expression_is_refused_with_its_place(string text, string expected)
    {
        var wrong = Assert.Throws<AutomationException>(() => ReadyExpression.Parse(text));

        Assert.Equal(AutomationFailure.ReadyExpression, wrong.Failure);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }
}
