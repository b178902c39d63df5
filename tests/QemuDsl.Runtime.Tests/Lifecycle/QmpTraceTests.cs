using System.Text;

namespace QemuDsl.Runtime.Tests;

public sealed class QmpTraceTests
{
    [Fact]
    public void Lines_are_kept_in_order_with_their_direction()
    {
        var trace = new QmpTrace(TimeProvider.System);
        trace.Add(sent: true, "{\"execute\":\"quit\"}\n"u8.ToArray());
        trace.Add(sent: false, "{\"return\": {}}\r"u8.ToArray());

        var lines = trace.Text(static line => line).Split('\n');

        Assert.Matches("""^\d\d:\d\d:\d\d\.\d{6} > \{"execute":"quit"\}$""", lines[0]);
        Assert.EndsWith("< {\"return\": {}}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Flood_of_long_lines_stays_within_its_bounds()
    {
        var trace = new QmpTrace(TimeProvider.System);
        for (var number = 0; number < 1000; number++)
        {
            trace.Add(sent: false, Encoding.ASCII.GetBytes(new string('x', 10_000)));
        }

        trace.Add(sent: false, "last"u8.ToArray());
        var text = trace.Text(static line => line);

        Assert.InRange(text.Length, 100 * 1024, 140 * 1024);
        Assert.StartsWith("(969 older lines were not kept)", text, StringComparison.Ordinal);
        Assert.Contains("x … (10000 bytes)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("last\n", text, StringComparison.Ordinal);
    }
}
