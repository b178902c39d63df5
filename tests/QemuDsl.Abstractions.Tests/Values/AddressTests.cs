using CsCheck;

namespace QemuDsl.Abstractions.Tests;

public sealed class AddressTests
{
    [Fact]
    public void Any_hardware_address_comes_back_in_every_spelling() => Gen.ULong[0, 0xffff_ffff_ffff].Sample(static value =>
    {
        var text = new MacAddress(value).ToString();
        return MacAddress.Parse(text).Value == value
            && MacAddress.Parse(text.ToUpperInvariant().Replace(':', '-')).Value == value;
    });

    [Theory]
    [InlineData("")]
    [InlineData("52:54:00:00:00")]
    [InlineData("52:54:00:00:00:01:02")]
    [InlineData("52:54:00:00:00:0g")]
    [InlineData("52:54-00:00:00:01:")]
    [InlineData("525400000001")]
    public void What_is_no_hardware_address_is_refused(string text) => Assert.Contains(
        $"'{text}' is not a MAC address", Assert.Throws<FormatException>(() => MacAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("01:00:5e:00:00:01", true)]
    [InlineData("52:54:00:00:00:01", false)]
    public void Multicast_is_told(string text, bool expected) => Assert.Equal(expected, MacAddress.Parse(text).IsMulticast);

    [Fact]
    public void More_than_48_bits_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(static () => new MacAddress(1UL << 48));

    [Theory]
    [InlineData(16, 0, "10.0")]
    [InlineData(31, 7, "1f.7")]
    [InlineData(6, 0, "6.0")]
    public void Slots_are_hex_as_QEMU_reads_them(int slot, int function, string text)
    {
        Assert.Equal(text, new PciAddress(slot, function).ToString());
        Assert.Equal(new PciAddress(slot, function), PciAddress.Parse(text));
    }

    [Theory]
    [InlineData("0x10", 16, 0)]
    [InlineData("1f", 31, 0)]
    public void Other_spellings_of_QEMU_are_read(string text, int slot, int function) => Assert.Equal(new PciAddress(slot, function), PciAddress.Parse(text));

    [Theory]
    [InlineData("20.0")]
    [InlineData("1.8")]
    [InlineData("g.0")]
    [InlineData("")]
    [InlineData("1.0.0")]
    [InlineData("-1.0")]
    public void What_is_no_slot_is_refused(string text) => Assert.Contains(
        $"'{text}' is not a PCI address", Assert.Throws<FormatException>(() => PciAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_slot_comes_back() =>
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 7]).Sample(static (slot, function) => PciAddress.Parse(new PciAddress(slot, function).ToString()) == new PciAddress(slot, function));
}
