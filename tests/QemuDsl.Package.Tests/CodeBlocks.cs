using System.Text;
using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>The code of a page of the documentation; its C# as files that a project can hold.</summary>
internal static partial class CodeBlocks
{
    // What a reader of a page has in scope when a block goes on from the one before it.
    private static readonly (string Declares, string Parameter)[] Scope =
    [
        ("var command", "QemuCommand<Pc> command"), ("var host", "LocalHost host"), ("var vm", "VirtualMachine vm"),
    ];

    private static readonly string[] Usings =
    [
        "QemuDsl", "QemuDsl.Blockdevs", "QemuDsl.Chardevs", "QemuDsl.Devices", "QemuDsl.Machines", "QemuDsl.Netdevs", "QemuDsl.Objects",
        "QemuDsl.Runtime", "QemuDsl.Ssh", "QemuDsl.Automation", "QemuDsl.Nfv", "QemuDsl.Xunit", "Xunit",
        "Microsoft.Extensions.DependencyInjection",
    ];

    /// <summary>All of a page.</summary>
    public static string Text(string page) => File.ReadAllText(Checkout.File(page));

    public static IReadOnlyList<string> In(string page, string language = "csharp") =>
        [.. Block().Matches(Text(page)).Where(match => match.Groups[1].Value == language).Select(static match => match.Groups[2].Value)];

    /// <summary>Those of one section.</summary>
    public static IReadOnlyList<string> In(string page, string section, string language)
    {
        var text = Text(page).Split($"\n## {section}\n")[1].Split("\n## ")[0];
        return [.. Block().Matches(text).Where(match => match.Groups[1].Value == language).Select(static match => match.Groups[2].Value)];
    }

    /// <summary>Arguments of each command of a block, without the comment behind it.</summary>
    public static IReadOnlyList<string[]> Commands(string block) =>
        [.. block.Trim().Split('\n').Select(static line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>A project of a page with the version that is packed here.</summary>
    public static string Versioned(string project) => PackageVersion().Replace(project, $"$1\"{PackageFeed.Version}\"");

    /// <summary>What a page is called in code; several are called README.</summary>
    public static string NameOf(string page) => Path.ChangeExtension(page, null).Replace('/', '_').Replace('-', '_').Replace('.', '_');

    /// <summary>A page's blocks in a namespace of its own: declarations as they are, statements in a method.</summary>
    public static string AsFile(string page)
    {
        var file = new StringBuilder();
        foreach (var space in Usings)
        {
            file.Append($"using {space};\n");
        }

        file.Append($"\nnamespace Pages.{NameOf(page)};\n\n");
        foreach (var (index, block) in In(page).Index())
        {
            file.Append(block[0] is '/' or '[' ? block : Method(index, block));
        }

        return file.ToString();
    }

    private static string Method(int index, string block)
    {
        var scope = Scope.Where(known => !block.Contains(known.Declares, StringComparison.Ordinal)).Select(static known => known.Parameter);
        return $"internal static class Block{index}\n{{\n    static async Task RunAsync({string.Join(", ", scope)})\n    {{\nawait Task.Yield();\n{block}    }}\n}}\n";
    }

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("(Include=\"QemuDsl[^\"]*\" Version=)\"0.1.0\"")]
    private static partial Regex PackageVersion();
}
