using System.Text.RegularExpressions;

namespace QemuDsl.Package.Tests;

/// <summary>What a user of the packages sees, from a directory of their own and with the text of the pages.</summary>
public sealed partial class ConsumerTests(PackageFeed feed)
{
    private const string Page = "docs/records.md";

    private static string Library => CodeBlocks.Versioned(CodeBlocks.In(Page, "xml").Single());

    [Fact]
    public async Task A_fresh_class_library_declares_its_own_device_and_uses_it_in_a_command()
    {
        var (declared, used) = (CodeBlocks.In(Page)[0], CodeBlocks.In(Page)[1]);
        using var user = new FreshDirectory(feed);
        user.Write("Lab/Lab.csproj", Library);
        user.Write("Lab/Ne2kPci.cs", $"namespace Lab;\n\n{declared}");
        user.Write(
            "Program/Program.csproj",
            OwnPackage().Replace(Library, Reference().Match(CodeBlocks.Text(Page)).Value)
                .Replace("<TargetFramework>", "<OutputType>Exe</OutputType><TargetFramework>", StringComparison.Ordinal));
        user.Write("Program/Program.cs", $"using Lab;\n\n{used}\nConsole.WriteLine(\"// \" + string.Join(' ', command.Arguments.TakeLast(4)));\n");

        var output = await user.RunAsync("run", "--project", "Program");

        Assert.EndsWith($"{used.Trim().Split('\n')[^1]}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_declaration_in_a_fresh_library_is_an_error_with_the_remedy_and_the_command_of_the_page_applies_it()
    {
        const string Diagnostic = "docs/diagnostics/QDL0001.md";
        using var user = new FreshDirectory(feed);
        user.Write("Lab.csproj", Library);
        user.Write("Ne2kPci.cs", CodeBlocks.In(Diagnostic)[0]);

        var (exitCode, output) = await user.TryAsync("build", "-nologo");
        await user.RunAsync(Format().Match(CodeBlocks.Text("docs/diagnostics/README.md")).Groups[1].Value.Split(' '));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("QDL0001: 'Ne2kPci' is not partial, so nothing can be generated for it. Write 'partial record Ne2kPci'.", output);
        Assert.Equal(CodeBlocks.In(Diagnostic)[1], await File.ReadAllTextAsync(Path.Combine(user.Folder, "Ne2kPci.cs"), TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<PackageReference [^>]*/>")]
    private static partial Regex OwnPackage();

    [GeneratedRegex("<ProjectReference [^>]*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("`dotnet (format analyzers [^`]*)`")]
    private static partial Regex Format();
}
