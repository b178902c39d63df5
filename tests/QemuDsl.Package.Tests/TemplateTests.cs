using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>What <c>dotnet new</c> makes works as it is.</summary>
public sealed partial class TemplateTests(PackageFeed feed)
{
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
        using var user = new FreshDirectory(feed);
        await RunAsync(user, "new", "install", "QemuDsl.Templates");
        await RunAsync(user, "new", "qemu-profile", "-o", "Lab.Profiles");
        await RunAsync(user, "pack", "Lab.Profiles", "-o", "packages");
        user.Write(
            "nuget.config",
            $"""
            <configuration><packageSources>
              <add key="packagetest" value="{feed.Folder}" /><add key="lab" value="{Path.Combine(user.Folder, "packages")}" />
            </packageSources></configuration>
            """);
        user.Write(
            "Program/Program.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Lab.Profiles" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        user.Write(
            "Program/Program.cs",
            """
            using Lab.Profiles;
            using QemuDsl;
            using QemuDsl.Netdevs;

            var router = new OldRouter { Uplink = new Ne2kPci { Netdev = new UserNetdev(), Mac = "52:54:00:00:00:01" } };
            Console.WriteLine(string.Join(' ', router.ToCommand().Arguments));
            Console.WriteLine(string.Join(' ', Qemu.Pc().AddNe2kPci(new UserNetdev()).AddIsaDebugExit2(iobase: 1281).Arguments));

            /// <summary>A device of the consumer's own: the generator came along.</summary>
            [Device("isa-debug-exit", Bus = Bus.Isa)]
            public sealed partial record IsaDebugExit2
            {
                /// <summary>Its port (<c>iobase</c>).</summary>
                [Key("iobase")]
                public uint? Iobase { get; init; }
            }
            """);

        var output = await RunAsync(user, "run", "--project", "Program");

        Assert.Matches("-netdev user,id=[^ ]+ -device ne2k_pci,[^ ]*mac=52:54:00:00:00:01", output);
        Assert.Contains("-device isa-debug-exit,", output, StringComparison.Ordinal);
    }

    // A hive of its own: what this machine's user has installed stays as it is.
    private static Task<string> RunAsync(FreshDirectory user, params string[] arguments) => DotNet.RunAsync(
        user.Folder, Token, arguments[0] == "new" ? [.. arguments, "--debug:custom-hive", Path.Combine(user.Folder, ".hive")] : arguments);

    [GeneratedRegex("## Three commands.*?```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
