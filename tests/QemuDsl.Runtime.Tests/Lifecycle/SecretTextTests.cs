namespace QemuDsl.Runtime.Tests;

public sealed class SecretTextTests
{
    private const string Secret = "s3 \"cret";

    [Theory]
    [InlineData("""{"execute":"set_password","arguments":{"protocol":"vnc","password":"hunter2"}}""", """{"protocol":"vnc","password":"***"}""")]
    [InlineData("""{"execute":"change-vnc-password","arguments":{"password":"hun\"ter2"}}""", """{"password":"***"}""")]
    [InlineData("""{"arguments":{"qom-type":"secret","id":"s","data":"hunter2"}}""", """{"qom-type":"secret","id":"s","data":"***"}""")]
    [InlineData("""{"arguments":{"command-line":"set_password vnc hunter2"}}""", """{"command-line":"***"}""")]
    [InlineData("""{"arguments":{"password":"hunter2 that was cut""", """{"password":"***""")]
    [InlineData("""{"return": "s3 \"cret"}""", """{"return": "***"}""")]
    public void Secrets_of_QMP_are_masked(string line, string shown)
    {
        var masked = new SecretText(new SecretCommand(Secret)).MaskQmp(line);

        Assert.Contains(shown, masked, StringComparison.Ordinal);
        Assert.DoesNotContain("hun", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event": "DEVICE_DELETED", "data": {"device": "net0"}}""")]
    [InlineData("""{"execute":"ringbuf-write","arguments":{"data":"hello"}}""")]
    [InlineData("""{"arguments":{"command-line":"info registers"}}""")]
    public void Other_lines_stay_as_they_are(string line) => Assert.Equal(line, new SecretText(new SecretCommand(Secret)).MaskQmp(line));

    [Fact]
    public void What_the_command_keeps_secret_is_masked_in_any_text() =>
        Assert.Equal("a *** b", new SecretText(new SecretCommand(Secret)).Mask($"a {Secret} b"));
}
