using CsCheck;

namespace QemuDsl.Nfv.Tests;

/// <summary>Small values, both ways.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("0000:00:06.0", "0000:00:06.0")]
    [InlineData("00:06.0", "0000:00:06.0")]
    [InlineData("AbCd:fF:1F.7", "abcd:ff:1f.7")]
    public void PCI_devices_are_read(string text, string expected) => Assert.Equal(expected, PciBdf.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("06.0")]
    [InlineData("0000:00:06")]
    [InlineData("0000:00:20.0")]
    [InlineData("0000:00:06.8")]
    [InlineData("0000:00:006.0")]
    [InlineData("00000:00:06.0")]
    [InlineData("0000:000:06.0")]
    [InlineData("0000:00:0x6.0")]
    [InlineData("0000:00:06.0 ")]
    [InlineData("a:b:c:d")]
    [InlineData(":00:06.0")]
    public void What_is_no_PCI_device_is_refused(string text)
    {
        Assert.False(PciBdf.TryParse(text, null, out _));
        Assert.Contains("0000:00:06.0", Assert.Throws<FormatException>(() => PciBdf.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_PCI_device_comes_back() => Gen.Select(Gen.Int[0, 0xffff], Gen.Int[0, 255], Gen.Int[0, 31], Gen.Int[0, 7]).Sample(static (domain, bus, slot, function) =>
    {
        var device = new PciBdf(domain, bus, slot, function);
        Assert.Equal(device, PciBdf.Parse(device.ToString()));
    });

    [Fact]
    public void A_place_on_the_root_bus_is_a_device_of_the_guest() => Assert.Equal("0000:00:10.0", PciBdf.OnRootBus(new PciAddress(16)).ToString());

    [Fact]
    public void Masks_are_hex()
    {
        Assert.Equal("0x3", HexMask.Lowest(2).ToString());
        Assert.Equal(new HexMask(ulong.MaxValue), HexMask.Lowest(64));
        Assert.Equal(new HexMask(0x1f), HexMask.Parse("1F"));
        Assert.False(HexMask.TryParse("0xg", null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(static () => HexMask.Lowest(65));
    }

    [Fact]
    public void Peers_and_allowed_devices_come_back()
    {
        Assert.Equal(new EthPeer(1, "52:54:00:00:00:01"), EthPeer.Parse("1,52:54:00:00:00:01"));
        Assert.Equal("1,52:54:00:00:00:01", new EthPeer(1, "52:54:00:00:00:01").ToString());
        Assert.False(EthPeer.TryParse("52:54:00:00:00:01", null, out _));
        Assert.Equal(new AllowedDevice("0000:00:06.0", "a=1,b=2"), AllowedDevice.Parse("0000:00:06.0,a=1,b=2"));
        Assert.Equal("0000:00:06.0,a=1", new AllowedDevice("0000:00:06.0", "a=1").ToString());
        Assert.False(AllowedDevice.TryParse("a=1", null, out _));
    }
}
