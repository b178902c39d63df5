using CsCheck;

namespace QemuDsl.Abstractions.Tests;

public sealed class OtherValueTests
{
    [Theory]
    [InlineData("net0", true)]
    [InlineData("a.b-c_1", true)]
    [InlineData("0net", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a,b", false)]
    [InlineData("ä", false)]
    [InlineData("#block1", false)]
    public void Ids_are_what_QEMU_takes(string text, bool expected) => Assert.Equal(expected, QemuId.TryParse(text, null, out _));

    [Fact]
    public void Lists_with_equal_items_are_equal() => Gen.Int.Array[0, 20].Sample(static items =>
    {
        var (one, other) = (OptionList.Create(items), OptionList.Create([.. items]));
        return one == other && one.GetHashCode() == other.GetHashCode() && one.Add(1) != other && one.SequenceEqual(items);
    });

    [Theory]
    [InlineData("QEMU emulator version 7.2.17 (Debian 1:7.2+dfsg-7+deb12u12)", 7, 2, 17)]
    [InlineData("QEMU emulator version 10.0.2 (Debian 1:10.0.2+ds-2)", 10, 0, 2)]
    [InlineData("v9.0.0-rc1-12-gabc-dirty", 9, 0, 0)]
    [InlineData("6.2.0 (qemu-6.2.0-11.module+el8)", 6, 2, 0)]
    [InlineData("8.1", 8, 1, 0)]
    public void Versions_of_every_distribution_are_read(string text, int major, int minor, int micro) =>
        Assert.Equal(new QemuVersion(major, minor, micro), QemuVersion.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("QEMU")]
    [InlineData("seven.two")]
    public void What_has_no_version_is_refused(string text) => Assert.Throws<FormatException>(() => QemuVersion.Parse(text));

    [Fact]
    public void No_text_makes_a_reader_throw() => Gen.String.Sample(static text =>
    {
        _ = ByteSize.TryParse(text, null, out _);
        _ = MacAddress.TryParse(text, null, out _);
        _ = PciAddress.TryParse(text, null, out _);
        _ = CpuSet.TryParse(text, null, out _);
        _ = QemuId.TryParse(text, null, out _);
        _ = QemuVersion.TryParse(text, null, out _);
    });
}
