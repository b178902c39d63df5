namespace QemuDsl.MSBuild.Tests;

/// <summary>Fresh test projects whose VMs live around their tests.</summary>
internal static class TestProjects
{
    private const string XunitTests =
        """
        using System.Text.Json;
        using Xunit;

        public sealed class VmTests
        {
            [Fact]
            public async Task Vm_runs()
            {
                using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "qemu-vms", "db.json")));
                var pid = record.RootElement.GetProperty("pid").GetInt32();
                Assert.True(Directory.Exists($"/proc/{pid}"));
                File.WriteAllText(Environment.GetEnvironmentVariable("SEEN")!, pid.ToString());
                Assert.Null(Environment.GetEnvironmentVariable("FAIL"));
                for (var tries = 0; tries < 3_000 && Environment.GetEnvironmentVariable("STAY") is { } until && !File.Exists(until); tries++)
                {
                    await Task.Delay(100, CANCELLED);
                }
            }
        }
        """;

    // The same in the other framework's words.
    private static string MSTestTests => XunitTests
        .Replace("using Xunit;", "using Microsoft.VisualStudio.TestTools.UnitTesting;\n\n[TestClass]", StringComparison.Ordinal)
        .Replace("[Fact]", "[TestMethod]", StringComparison.Ordinal)
        .Replace("CANCELLED", "default", StringComparison.Ordinal)
        .Replace("Assert.True", "Assert.IsTrue", StringComparison.Ordinal)
        .Replace("Assert.Null", "Assert.IsNull", StringComparison.Ordinal);

    /// <summary>xUnit v3 on Microsoft.Testing.Platform.</summary>
    public static void WriteTestingPlatform(BuildFolder folder) => Write(
        folder,
        XunitTests.Replace("CANCELLED", "TestContext.Current.CancellationToken", StringComparison.Ordinal),
        "<OutputType>Exe</OutputType><UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>",
        """<PackageReference Include="xunit.v3" Version="4.0.2" />""",
        """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

    /// <summary>MSTest on Microsoft.Testing.Platform.</summary>
    public static void WriteMSTest(BuildFolder folder) => Write(
        folder,
        MSTestTests,
        "<OutputType>Exe</OutputType><EnableMSTestRunner>true</EnableMSTestRunner>",
        """<PackageReference Include="MSTest" Version="4.0.2" />""",
        """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

    /// <summary>xUnit v2 on VSTest.</summary>
    public static void WriteVSTest(BuildFolder folder) => Write(
        folder,
        XunitTests.Replace("CANCELLED", "default", StringComparison.Ordinal),
        "",
        """
        <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
        <PackageReference Include="xunit" Version="2.9.3" />
        <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
        """,
        "{ }");

    /// <summary>xUnit v3 on VSTest: the SDK of .NET 10 wants to be told that it is no program of Microsoft.Testing.Platform then.</summary>
    public static void WriteXunit3OnVSTest(BuildFolder folder) => Write(
        folder,
        XunitTests.Replace("CANCELLED", "TestContext.Current.CancellationToken", StringComparison.Ordinal),
        "<OutputType>Exe</OutputType><IsTestingPlatformApplication>false</IsTestingPlatformApplication>",
        """
        <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
        <PackageReference Include="xunit.v3" Version="4.0.2" />
        <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
        """,
        "{ }");

    private static void Write(BuildFolder folder, string tests, string properties, string packages, string global)
    {
        folder.Environment["SEEN"] = folder.File("seen");
        folder.Write("global.json", global);
        folder.Write("VmTests.cs", tests);
        folder.Write(
            "Lab.Tests.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
                <QemuVmLifetime>Test</QemuVmLifetime>{properties}
                <VmProfile Condition="'$(VmProfile)' == ''">Booted</VmProfile>
              </PropertyGroup>
              <ItemGroup>
                {packages}
            {Item(folder)}
              </ItemGroup>
            </Project>
            """);
        folder.UsePackage("Lab.Tests.csproj");
    }

    // Variables of the environment are properties of a build: tests change the item without another project.
    private static string Item(BuildFolder folder) => Guests.Profile(folder, more: "ReadyWhen=\"$(VmReady)\" Timeout=\"$(VmTimeout)\"")
        .Replace("Profile=\"Booted\"", "Profile=\"$(VmProfile)\"", StringComparison.Ordinal);
}
