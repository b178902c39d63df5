using CsCheck;

namespace QemuDsl.Tests.Values;

/// <summary>What a value writes it reads back, for any value.</summary>
public sealed class RoundTripTests
{
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
        _ = HostForward.TryParse(text, null, out _);
        _ = GuestForward.TryParse(text, null, out _);
        _ = CpuFeature.TryParse(text, null, out _);
    });

    private static bool Comes<T>(T value)
        where T : struct, IOptionValue<T> => T.TryParse(value.ToString(), null, out var read) && read.Equals(value);
}
