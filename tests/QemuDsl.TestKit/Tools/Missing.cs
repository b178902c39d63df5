using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace QemuDsl.TestKit;

/// <summary>What a test does when the machine lacks something: it skips aloud, and on CI it fails.</summary>
public static class Missing
{
    /// <summary>True where every test must run: environment variable CI is set.</summary>
    public static bool IsCi => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Ends the test: skipped with the reason, failed with it when CI is set.</summary>
    [DoesNotReturn]
    public static void Report(string reason) => Report(reason, IsCi);

    [DoesNotReturn]
    internal static void Report(string reason, bool ci)
    {
        if (ci)
        {
            Assert.Fail($"{reason} (CI is set, so nothing may be skipped)");
        }

        Assert.Skip(reason);
    }
}
