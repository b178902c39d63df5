namespace QemuDsl.Nfv.Tests;

/// <summary>Small values, both ways.</summary>
public sealed class ValueTests
{
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
