using System.Text;
using CsCheck;

namespace QemuDsl.Nfv.Tests;

/// <summary>What a guest's init tells on its port, however it comes in pieces.</summary>
public sealed class GuestReportTests
{
    [Fact]
    public void Report_is_read_in_any_pieces() => Gen.Select(Gen.Int[0, 255], Gen.Int[1, 9]).Sample(static (code, size) =>
    {
        var report = Take($"name 0000:00:06.0 eth0\nbegin\nwhat\nexit\nexit x\nexit {code}\nfailed too late\n", size);

        Assert.Equal(new WorkloadExited(code), report.Result);
        Assert.True(report.Began.IsCompleted && report.Ended.IsCompleted);
        Assert.Equal(("eth0", null), (report.NameOf("0000:00:06.0"), report.NameOf("0000:00:07.0")));
    });

    [Fact]
    public void Failure_is_told_and_a_line_without_end_is_none()
    {
        Assert.Equal(new WorkloadFailed("žluťoučký: no"), Take("failed žluťoučký: no\n", 1).Result);
        Assert.Null(Take("exit 1", 6).Result);
    }

    private static GuestReport Take(string text, int size)
    {
        var report = new GuestReport();
        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(size))
        {
            report.Take(piece);
        }

        return report;
    }
}
