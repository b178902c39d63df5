using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Tests;

/// <summary>The line that lives on a terminal, at given moments.</summary>
public sealed class LivingLineTests
{
    [Theory]
    [InlineData(0, "⠋ ──────────────────── 1.5 s  Running…")]
    [InlineData(30, "⠴ ━━━━━━━━━━────────── 31.5 s  Running…")]
    [InlineData(90, "⠴ ━━━━━━━━━━━━━━━━━━━━ 91.5 s  Running…")]
    public void Bar_is_the_part_of_its_time_that_is_used_up(double seconds, string expected) =>
        Assert.Equal(expected, At(new LivingLine("Running…", TimeSpan.FromMinutes(1), unicode: true), seconds));

    [Fact]
    public void Without_a_limit_there_is_no_bar() => Assert.Equal("⠋ 1.5 s  Paused…", At(new LivingLine("Paused…", null, unicode: true), 0));

    [Fact]
    public void Terminal_of_ASCII_gets_ASCII() =>
        Assert.Matches(@"^[-\\|/] #{10}-{10} 31\.5 s  Running$", At(new LivingLine("Running", TimeSpan.FromMinutes(1), unicode: false), 30));

    private static string At(LivingLine line, double seconds) => line.At(TimeSpan.FromSeconds(seconds + 1.5), TimeSpan.FromSeconds(seconds));
}
