using System.Reflection;

namespace QemuDsl.Xunit.Tests;

/// <summary>Tests run side by side in one process: nothing they share may change.</summary>
public sealed class StaticStateTests
{
    // They keep the expressions they have made of their words: the same ones, whoever asks first.
    private static readonly string[] Memos =
        ["QemuDsl.Runtime.BootFailureSigns.<Default>k__BackingField", "QemuDsl.Runtime.BootFailureSigns.<None>k__BackingField"];

    [Theory]
    [InlineData("QemuDsl.Xunit")]
    [InlineData("QemuDsl.Automation")]
    [InlineData("QemuDsl.Ssh")]
    [InlineData("QemuDsl.Runtime")]
    public void Library_has_no_static_state(string library) => Assert.Empty(StaticState.Of(Assembly.Load(library).GetTypes()).Except(Memos));

    [Fact]
    public void Static_state_would_be_found()
    {
        var found = StaticState.Of([typeof(Stateful), typeof(Stateless)]);

        Assert.Equal(
            ["<Last>k__BackingField", "<Seen>k__BackingField", "<Held>k__BackingField", "<Named>k__BackingField"],
            found.Select(static name => name.Split("+Stateful.")[1]));
    }

    private static class Stateful
    {
        public static string? Last { get; set; }

        public static List<string> Seen { get; } = [];

        public static Holder Held { get; } = new();

        public static Dictionary<string, VmFactAttribute> Named { get; } = [];
    }

    private static class Stateless
    {
        public const string Word = "word";

        public static string[] Words { get; } = [Word];

        public static Func<string, string> Same { get; } = static word => word;
    }

    private sealed class Holder
    {
        public string? Last { get; set; }
    }
}
