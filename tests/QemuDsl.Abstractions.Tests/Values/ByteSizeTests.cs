using CsCheck;

namespace QemuDsl.Abstractions.Tests;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("4096", 4096L, "4K")]
    [InlineData("512M", 512L << 20, "512M")]
    [InlineData("1.5G", 3L << 29, "1536M")]
    [InlineData("4GiB", 4L << 30, "4G")]
    [InlineData("7", 7L, "7")]
    [InlineData("0", 0L, "0")]
    [InlineData("7E", 7L << 60, "7E")]
    public void Text_is_read_and_written_shortest(string text, long bytes, string shortest)
    {
        Assert.Equal(bytes, ByteSize.Parse(text).Bytes);
        Assert.Equal(shortest, new ByteSize(bytes).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("-1")]
    [InlineData("8E")]
    [InlineData("1e3")]
    [InlineData("0.3K")]
    [InlineData("1 G B")]
    [InlineData("99999999999999999999")]
    public void What_is_no_size_is_refused_with_the_remedy(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => ByteSize.Parse(text));

        Assert.Contains($"'{text}' is not a size. Write bytes, or a number with K, M, G, T, P or E", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_size_comes_back() =>
        Gen.Long[0, long.MaxValue].Sample(static bytes => ByteSize.Parse(new ByteSize(bytes).ToString()).Bytes == bytes);

    [Fact]
    public void Any_size_with_a_suffix_comes_back() => Gen.Select(Gen.Int[0, 1023], Gen.Int[0, 5])
        .Sample(static (count, power) => ByteSize.Parse(new ByteSize((long)count << (10 * power)).ToString()).Bytes == (long)count << (10 * power));

    [Fact]
    public void Order_is_that_of_bytes() =>
        Gen.Select(Gen.Long, Gen.Long).Sample(static (a, b) => new ByteSize(a) < new ByteSize(b) == a < b && new ByteSize(a) >= new ByteSize(b) == a >= b);
}
