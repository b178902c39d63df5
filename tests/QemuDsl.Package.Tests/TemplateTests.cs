using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>What <c>dotnet new</c> makes works as it is.</summary>
public sealed partial class TemplateTests(PackageFeed feed)
{
    private const string Page = "docs/profiles.md";
    private const string Package = "As a package";

    private const string OwnDevice =
        """

        Console.WriteLine(string.Join(' ', Qemu.Pc().AddNe2kPci(new UserNetdev()).AddIsaDebugExit2(iobase: 1281).Arguments));

        /// <summary>A device of the consumer's own: the generator came along.</summary>
        [Device("isa-debug-exit", Bus = Bus.Isa)]
        public sealed partial record IsaDebugExit2
        {
            /// <summary>Its port (<c>iobase</c>).</summary>
            [Key("iobase")]
            public uint? Iobase { get; init; }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_commands_of_the_README_lead_from_an_empty_folder_to_a_passing_test_of_a_VM()
    {
        Tools.Qemu("x86_64");
        using var user = new FreshDirectory(feed);
        var commands = Commands().Match(await File.ReadAllTextAsync(Checkout.File("README.md"), Token)).Groups[1].Value.Trim().Split('\n');
        Assert.Equal(3, commands.Length);

        var output = "";
        foreach (var command in commands)
        {
            output = await RunAsync(user, command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
        }

        Assert.Contains("Total: 3, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_of_the_template_is_packed_and_another_project_uses_its_device_its_VM_and_the_generator()
    {
        Tools.Qemu("x86_64");
        using var user = new FreshDirectory(feed);
        foreach (var command in CodeBlocks.Commands(CodeBlocks.In(Page, Package, "sh")[0]))
        {
            await RunAsync(user, command[1..]);
        }

        user.AddSource("packages");
        user.Write("Program/Program.csproj", Consumer());
        user.Write("Program/Program.cs", CodeBlocks.In(Page, Package, "cs").Single() + OwnDevice);
        user.Write("Program/router.json", CodeBlocks.In(Page, Package, "json").Single());

        var output = await RunAsync(user, "run", "--project", "Program");
        var rendered = await RenderAsync(Path.Combine(user.Folder, "Program"));

        // A build that has the package and nothing of its own, from a folder of packages that only NuGet knows of.
        user.Write("Builds/Builds.csproj", CodeBlocks.Versioned(CodeBlocks.In(Page, Package, "xml")[1]));
        var built = await RunAsync(user, "build", "Builds", "-t:QemuStart;QemuStop", "-nologo", "-tl:off");

        Assert.Matches("[0-9]+: .*-netdev user,id=[^ ]+ -device ne2k_pci,[^ ]*mac=52:54:00:00:00:01", output);
        Assert.Contains("-device isa-debug-exit,", output, StringComparison.Ordinal);
        Assert.Contains("-device ne2k_pci,", rendered, StringComparison.Ordinal);
        Assert.Contains("-m size=32M", rendered, StringComparison.Ordinal);
        Assert.Contains("router: Running", built, StringComparison.Ordinal);
        Assert.Contains("router: stopped", built, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(user.Folder, "Builds", "bin"), "*.dll", SearchOption.AllDirectories), static file => Path.GetFileName(file) != "Builds.dll");
    }

    private static string Consumer() => CodeBlocks.Versioned(
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup>{CodeBlocks.In(Page, Package, "xml")[0]}</ItemGroup>
        </Project>
        """);

    // By the tool as it was built here: that of its package is tried elsewhere.
    private static async Task<string> RenderAsync(string folder)
    {
        var command = CodeBlocks.Commands(CodeBlocks.In(Page, Package, "sh")[1]).Single();
        return await ChildProcess.RunAsync("env", ["-C", folder, Checkout.Built("src/QemuDsl.Tool", "qemu-dsl"), .. command[1..]], Token);
    }

    // A hive of its own: what this machine's user has installed stays as it is.
    private static Task<string> RunAsync(FreshDirectory user, params string[] arguments) =>
        user.RunAsync(arguments[0] == "new" ? [.. arguments, "--debug:custom-hive", Path.Combine(user.Folder, ".hive")] : arguments);

    [GeneratedRegex("## Three commands.*?```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
