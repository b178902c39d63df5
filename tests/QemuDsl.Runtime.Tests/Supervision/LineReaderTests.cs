using System.Text;

namespace QemuDsl.Runtime.Tests;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one", "one")]
    [InlineData("one\n", "one")]
    [InlineData("one\n\nthree", "one||three")]
    [InlineData("12345678\nx", "12345678|x")]
    public async Task Lines_are_what_stands_between_ends(string text, string lines) =>
        Assert.Equal(lines, await ReadAsync(text, cut: false));

    [Theory]
    [InlineData("123456789\nx", "12345678|x")]
    [InlineData("123456789", "12345678")]
    public async Task Long_line_is_cut_where_that_does_no_harm(string text, string lines) =>
        Assert.Equal(lines, await ReadAsync(text, cut: true));

    [Fact]
    public async Task Very_long_line_is_cut_and_the_next_is_whole() =>
        Assert.Equal("xxxxxxxx|next", await ReadAsync(new string('x', 300_000) + "\nnext\n", cut: true));

    [Theory]
    [InlineData("123456789\n")]
    [InlineData("123456789")]
    public async Task Long_line_is_an_error_elsewhere(string text)
    {
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text, cut: false));
        Assert.Equal("123456789", failure.Message);
    }

    private static async Task<string> ReadAsync(string text, bool cut)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var reader = new LineReader(stream, 8, cut);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(Encoding.UTF8.GetString(line));
        }

        return string.Join('|', lines);
    }
}
