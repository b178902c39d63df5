namespace QemuDsl.Runtime.Tests;

public sealed class MaskedCommandTests
{
    [Theory]
    [InlineData("secret,id=s,data=a,,b,format=raw", "secret,id=s,data=***,format=raw")]
    [InlineData("{\"qom-type\":\"secret\",\"id\":\"s\",\"data\":\"a\\\"b\"}", "{\"qom-type\":\"secret\",\"id\":\"s\",\"data\":\"***\"}")]
    [InlineData("port=1,password=a b,x=y", "port=1,password=***,x=y")]
    [InlineData("data=kept", "data=kept")]
    [InlineData("file=/a,b", "file=/a,b")]
    public void Secrets_are_masked_and_nothing_else(string argument, string shown) =>
        Assert.Equal([shown], MaskedCommand.Arguments(new RawCommand("q", [argument])));
}
