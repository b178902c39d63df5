using Xunit;

namespace QemuDsl.TestKit;

/// <summary>A file of the repository that a test makes: the test fails when it is stale, and writes it when QEMU_DSL_ACCEPT is 1.</summary>
public static class GeneratedFile
{
    private const string Accept = "QEMU_DSL_ACCEPT";

    /// <summary>Holds the file, named from the top of the checkout, against what it should be.</summary>
    public static void Verify(string path, string expected)
    {
        var file = Checkout.File(path);
        var present = File.Exists(file) ? File.ReadAllText(file) : "";
        if (present == expected)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(Accept) == "1" && !Missing.IsCi)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
            return;
        }

        Assert.Fail($"{path} is stale. Run this test with {Accept}=1 and look at the difference.{Environment.NewLine}{FirstDifference(present, expected)}");
    }

    private static string FirstDifference(string present, string expected)
    {
        var (old, made) = (present.Split('\n'), expected.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, made.Length)).First(index =>
            old.ElementAtOrDefault(index) != made.ElementAtOrDefault(index));
        return $"Line {line + 1}{Environment.NewLine}- {old.ElementAtOrDefault(line)}{Environment.NewLine}+ {made.ElementAtOrDefault(line)}";
    }
}
