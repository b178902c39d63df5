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
    [InlineData("QEMU emulator version 8.2.2 (Debian 1:8.2.2+ds-0ubuntu1.7)", 8, 2, 2)]
    [InlineData("QEMU emulator version 2.11.1(Debian 1:2.11+dfsg-1ubuntu7.42)", 2, 11, 1)]
    [InlineData("QEMU emulator version 9.2.4 (qemu-9.2.4-2.fc42)", 9, 2, 4)]
    [InlineData("QEMU emulator version 8.2.10 (openSUSE Leap 15.6)", 8, 2, 10)]
    [InlineData("QEMU emulator version 7.1.0 (SUSE Linux Enterprise 15)", 7, 1, 0)]
    [InlineData("QEMU emulator version 9.2.0 (pve-qemu-kvm_9.2.0-5)", 9, 2, 0)]
    [InlineData("QEMU emulator version 9.1.0 (qemu-kvm-9.1.0-15.el9_6.4)", 9, 1, 0)]
    [InlineData("QEMU emulator version 1.5.3 (qemu-kvm-1.5.3-175.el7_9.6), Copyright (c) 2003-2008 Fabrice Bellard", 1, 5, 3)]
    [InlineData("QEMU emulator version 10.1.0\nCopyright (c) 2003-2025 Fabrice Bellard and the QEMU Project developers", 10, 1, 0)]
    [InlineData("QEMU emulator version 9.0.50 (v9.0.0-1388-g3a1f2b4c5d)", 9, 0, 50)]
    [InlineData("QEMU emulator version 9.1.93 (v9.2.0-rc3-dirty)", 9, 1, 93)]
    [InlineData("/nix/store/zk9f7-qemu-9.1.2/bin/qemu-system-x86_64", 9, 1, 2)]
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
