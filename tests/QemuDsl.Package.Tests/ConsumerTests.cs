namespace QemuDsl.Package.Tests;

/// <summary>What a user of the packages sees, from a directory of their own.</summary>
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Library =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><PackageReference Include="QemuDsl" Version="{PackageFeed.Version}" /></ItemGroup>
        </Project>
        """;

    private const string Program =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
        </Project>
        """;

    private const string Device =
        """
        using QemuDsl;

        namespace MyCompany.Devices;

        /// <summary>A network card QemuDsl has no record of (<c>-device ne2k_pci</c>).</summary>
        [Device("ne2k_pci", Bus = Bus.Pci)]
        public sealed partial record Ne2kPci
        {
            /// <summary>Where its traffic goes (<c>netdev</c>).</summary>
            public required INetdev Netdev { get; init; }

            /// <summary>Hardware address (<c>mac</c>).</summary>
            public MacAddress? Mac { get; init; }
        }
        """;

    [Fact]
    public async Task A_fresh_class_library_declares_its_own_device_and_uses_it_in_a_command()
    {
        using var user = new FreshDirectory(feed);
        user.Write("Lib/Lib.csproj", Library);
        user.Write("Lib/Ne2kPci.cs", Device);
        user.Write("Program/Program.csproj", Program);
        user.Write(
            "Program/Program.cs",
            """
            using MyCompany.Devices;
            using QemuDsl;

            var command = Qemu.Pc().AddNe2kPci(new QemuDsl.Netdevs.UserNetdev(), mac: "52:54:00:00:00:01");
            Console.WriteLine(string.Join('\n', command.Arguments.TakeLast(4)));
            """);

        var output = await DotNet.RunAsync(Path.Combine(user.Folder, "Program"), TestContext.Current.CancellationToken, "run");

        Assert.EndsWith("-netdev\nuser,id=netdev0\n-device\nne2k_pci,id=dev0,netdev=netdev0,mac=52:54:00:00:00:01\n", output);
    }

    [Fact]
    public async Task A_wrong_declaration_in_a_fresh_library_is_an_error_with_the_remedy()
    {
        using var user = new FreshDirectory(feed);
        user.Write("Lib/Lib.csproj", Library);
        user.Write("Lib/Ne2kPci.cs", Device.Replace("partial ", "", StringComparison.Ordinal));

        var (exitCode, output) = await DotNet.TryAsync(Path.Combine(user.Folder, "Lib"), TestContext.Current.CancellationToken, "build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("QDL0001: 'Ne2kPci' is not partial, so nothing can be generated for it. Write 'partial record Ne2kPci'.", output);
    }
}
