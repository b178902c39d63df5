using CsCheck;

namespace QemuDsl.Tests.Values;

/// <summary>What a value writes it reads back, for any value.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Sizes_come_back() =>
        Gen.Long[0, long.MaxValue].Sample(static bytes => Comes<ByteSize>(new(bytes)));

    [Fact]
    public void Sizes_with_every_suffix_come_back() => Gen.Select(Gen.Int[0, 1023], Gen.Int[0, 5])
        .Sample(static (count, power) => Comes<ByteSize>(new((long)count << (10 * power))));

    [Fact]
    public void Hardware_addresses_come_back() =>
        Gen.ULong[0, 0xffff_ffff_ffff].Sample(static value => Comes(new MacAddress(value)));

    [Fact]
    public void PCI_addresses_come_back() =>
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 7]).Sample(static (slot, function) => Comes(new PciAddress(slot, function)));

    [Fact]
    public void Sets_of_CPUs_come_back() => Gen.Int[0, 65_535].Array[1, 50].Sample(static numbers =>
    {
        var set = CpuSet.Of(numbers);
        return CpuSet.Parse(set.ToString()) == set && set.Count == numbers.Distinct().Count();
    });

    [Fact]
    public void Forwards_come_back() => Gen.Select(Gen.Bool, Gen.Byte.Array[4], Gen.Int[0, 65_535], Gen.Int[1, 65_535]).Sample(
        static (isTcp, bytes, hostPort, guestPort) =>
        {
            var address = string.Join('.', bytes);
            return Comes(isTcp ? HostForward.Tcp(hostPort, guestPort, address) : HostForward.Udp(hostPort, guestPort, address, address));
        });

    [Fact]
    public void No_text_makes_a_reader_throw_anything_but_a_refusal() => Gen.String.Sample(static text =>
    {
        _ = ByteSize.TryParse(text, null, out _);
        _ = MacAddress.TryParse(text, null, out _);
        _ = PciAddress.TryParse(text, null, out _);
        _ = CpuSet.TryParse(text, null, out _);
        _ = HostForward.TryParse(text, null, out _);
        _ = GuestForward.TryParse(text, null, out _);
        _ = CpuFeature.TryParse(text, null, out _);
    });

    private static bool Comes<T>(T value)
        where T : struct, IOptionValue<T> => T.TryParse(value.ToString(), null, out var read) && read.Equals(value);
}
