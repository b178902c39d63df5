namespace QemuDsl.Runtime.Tests;

public sealed class SerialMatchTests
{
    [Fact]
    public void Marker_split_anywhere_is_found()
    {
        const string Text = "noise\r\nQDSL-READY\r\nmore";
        for (var cut = 0; cut <= Text.Length; cut++)
        {
            var match = new SerialMatch(Boot.Pattern("^QDSL-READY$"));
            Hear(match, Text[..cut]);
            Hear(match, Text[cut..]);
            Assert.True(match.Found.IsCompletedSuccessfully, $"cut at {cut}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Marker_after_any_amount_of_text_is_found(int piece)
    {
        var match = new SerialMatch(Boot.Pattern("QDSL-READY"));
        var text = new string('x', 200_000) + "QDSL-READY" + new string('y', 50_000);
        for (var start = 0; start < text.Length; start += piece)
        {
            Hear(match, text[start..Math.Min(text.Length, start + piece)]);
        }

        Assert.True(match.Found.IsCompletedSuccessfully);
    }

    [Fact]
    public void Marker_across_the_edge_of_the_window_is_found()
    {
        for (var before = (32 * 1024) - 12; before < (32 * 1024) + 2; before++)
        {
            var match = new SerialMatch(Boot.Pattern("QDSL-READY"));
            match.Catch(new string('x', before) + "QDSL-READY");
            Assert.True(match.Found.IsCompletedSuccessfully, $"after {before}");
        }
    }

    [Fact]
    public async Task End_of_the_console_is_told()
    {
        var match = new SerialMatch(Boot.Pattern("never"));
        match.End();

        await Assert.ThrowsAsync<EndOfStreamException>(() => match.Found);
    }

    private static void Hear(SerialMatch match, string text) => Assert.Null(match.Hear([], text));
}
