using System.Text;
using CsCheck;

namespace QemuDsl.Nfv.Tests;

/// <summary>What belongs to the workload of what a guest writes, however it comes in pieces.</summary>
public sealed class GuestOutputTests
{
    private const string Nonce = "0123456789abcdef";

    [Fact]
    public void Output_is_what_is_between_the_marks() => Gen.Select(
            Gen.String[Gen.Char["ab@0\r\n "], 0, 40], Gen.String[Gen.Char["ab@0\n "], 0, 60], Gen.Int[0, 255], Gen.Int[1, 9])
        .Sample(static (before, text, code, size) =>
        {
            var output = new GuestOutput(Nonce);
            var all = Encoding.UTF8.GetBytes($"{before}\n@@{Nonce} begin\n{text}\n@@{Nonce} exit {code}\nmore");

            Assert.Equal(text, Take(output, all, size));
            Assert.Equal(new WorkloadExited(code), output.Result);
        });

    [Theory]
    [InlineData("failed there is no /run\r\n", "there is no /run")]
    public void Failure_of_the_init_is_told(string mark, string reason)
    {
        var output = new GuestOutput(Nonce);

        Assert.Equal("", Take(output, Encoding.UTF8.GetBytes($"\r\n@@{Nonce} {mark}"), 3));
        Assert.Equal(new WorkloadFailed(reason), output.Result);
    }

    [Fact]
    public void Marks_of_somebody_else_are_output()
    {
        var output = new GuestOutput(Nonce);

        var text = Take(output, Encoding.UTF8.GetBytes($"\n@@{Nonce} begin\n\n@@0123456789abcdee exit 0\n@@{Nonce} what\n"), 5);

        Assert.Equal("\n@@0123456789abcdee exit 0", text);
        Assert.Null(output.Result);
    }

    [Fact]
    public void Line_without_end_is_not_held_back_for_ever()
    {
        var output = new GuestOutput(Nonce);
        _ = output.Take(Encoding.UTF8.GetBytes($"\n@@{Nonce} begin\n"));

        Assert.True(output.Take(Encoding.UTF8.GetBytes($"@@{Nonce} " + new string('x', 10_000))).Length > 10_000);
    }

    private static string Take(GuestOutput output, byte[] all, int size)
    {
        using var text = new MemoryStream();
        foreach (var piece in all.Chunk(size))
        {
            text.Write(output.Take(piece).Span);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
