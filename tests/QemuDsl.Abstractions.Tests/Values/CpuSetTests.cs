using CsCheck;

namespace QemuDsl.Abstractions.Tests;

public sealed class CpuSetTests
{
    [Fact]
    public void Any_numbers_come_back_without_repetition() => Gen.Int[0, 65_535].Array[1, 50].Sample(static numbers =>
    {
        var set = CpuSet.Of(numbers);
        return CpuSet.Parse(set.ToString()) == set
            && set.Count == numbers.Distinct().Count()
            && set.Ranges.SelectMany(static range => Enumerable.Range(range.First, range.Last - range.First + 1)).SequenceEqual(numbers.Distinct().Order());
    });

    [Theory]
    [InlineData("3,1,2", "1-3")]
    [InlineData("0-3,2-5", "0-5")]
    [InlineData("8,0-3", "0-3,8")]
    public void Ranges_are_joined_and_sorted(string text, string expected) => Assert.Equal(expected, CpuSet.Parse(text).ToString());

    [Theory]
    [InlineData("3-1")]
    [InlineData("a")]
    [InlineData("1,,2")]
    [InlineData("-1")]
    [InlineData("70000")]
    [InlineData("0-99999999999")]
    public void What_is_no_set_is_refused(string text) => Assert.Contains(
        $"'{text}' is not a set of CPUs", Assert.Throws<FormatException>(() => CpuSet.Parse(text)).Message, StringComparison.Ordinal);
}
