using CsCheck;

namespace QemuDsl.Tests.Values;

public sealed class PciBdfTests
{
    [Theory]
    [InlineData("0000:06:00.0", "0000:06:00.0")]
    [InlineData("06:1f.7", "0000:06:1f.7")]
    [InlineData("ABCD:Ef:01.2", "abcd:ef:01.2")]
    [InlineData("0:0:0.0", "0000:00:00.0")]
    public void An_address_is_read_with_or_without_its_domain(string text, string written) =>
        Assert.Equal(written, PciBdf.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("06:00")]
    [InlineData("0000:06:00:0")]
    [InlineData("06.00.0")]
    [InlineData("0000.06.00.0")]
    [InlineData("0000:06:00.0.0")]
    [InlineData("0000:06:20.0")]
    [InlineData("0000:06:00.8")]
    [InlineData("0000:100:00.0")]
    [InlineData("10000:06:00.0")]
    [InlineData("0000:06:00.0,multifunction=on")]
    [InlineData("0000:-6:00.0")]
    [InlineData(" 0000:06:00.0")]
    [InlineData("0000:06:00.0\n")]
    [InlineData("0000:06:0x0.0")]
    [InlineData("0000:06:000.0")]
    public void Anything_else_is_no_address(string text)
    {
        Assert.False(PciBdf.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => PciBdf.Parse(text));
    }

    [Fact]
    public void What_was_written_is_read_back() =>
        Gen.Select(Gen.Int[0, 0xffff], Gen.Int[0, 0xff], Gen.Int[0, 0x1f], Gen.Int[0, 7])
            .Select(static (domain, bus, slot, function) => new PciBdf(domain, bus, slot, function))
            .Sample(static address => Assert.Equal(address, PciBdf.Parse(address.ToString())));

    [Fact]
    public void Random_text_is_read_or_refused_but_never_throws_otherwise() =>
        Gen.String[Gen.Char["0123456789abcdef:.,-x "], 0, 16].Sample(static text =>
        {
            if (PciBdf.TryParse(text, null, out var address))
            {
                Assert.Equal(address, PciBdf.Parse(address.ToString()));
            }
        });

    [Theory]
    [InlineData(0x10000, 0, 0, 0)]
    [InlineData(0, 0x100, 0, 0)]
    [InlineData(0, 0, 0x20, 0)]
    [InlineData(0, 0, 0, 8)]
    [InlineData(0, -1, 0, 0)]
    public void Numbers_out_of_range_are_refused(int domain, int bus, int slot, int function) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PciBdf(domain, bus, slot, function));

    [Fact]
    public void A_place_on_the_root_bus_is_a_device_of_the_guest() =>
        Assert.Equal("0000:00:10.0", PciBdf.OnRootBus(new PciAddress(16)).ToString());
}
