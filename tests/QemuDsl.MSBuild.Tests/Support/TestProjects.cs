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
            public void Vm_runs()
            {
                using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "qemu-vms", "db.json")));
                var pid = record.RootElement.GetProperty("pid").GetInt32();
                Assert.True(Directory.Exists($"/proc/{pid}"));
                File.WriteAllText(Environment.GetEnvironmentVariable("SEEN")!, pid.ToString());
                Assert.Null(Environment.GetEnvironmentVariable("FAIL"));
                if (Environment.GetEnvironmentVariable("STAY") is not null)
                {
                    Thread.Sleep(8_000);
                }
            }
        }
        """;

    // The same in the other framework's words.
    private static string MSTestTests => XunitTests
        .Replace("using Xunit;", "using Microsoft.VisualStudio.TestTools.UnitTesting;\n\n[TestClass]", StringComparison.Ordinal)
        .Replace("[Fact]", "[TestMethod]", StringComparison.Ordinal)
        .Replace("Assert.True", "Assert.IsTrue", StringComparison.Ordinal)
        .Replace("Assert.Null", "Assert.IsNull", StringComparison.Ordinal);

    /// <summary>xUnit v3 on Microsoft.Testing.Platform.</summary>
    public static void WriteTestingPlatform(BuildFolder folder, string? items = null) => Write(
        folder,
        items,
        XunitTests,
        "<OutputType>Exe</OutputType>",
        """<PackageReference Include="xunit.v3" Version="4.0.2" />""",
        """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

    /// <summary>MSTest on Microsoft.Testing.Platform.</summary>
    public static void WriteMSTest(BuildFolder folder, string? items = null) => Write(
        folder,
        items,
        MSTestTests,
        "<OutputType>Exe</OutputType><EnableMSTestRunner>true</EnableMSTestRunner>",
        """<PackageReference Include="MSTest" Version="4.0.2" />""",
        """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

    /// <summary>xUnit v2 on VSTest.</summary>
    public static void WriteVSTest(BuildFolder folder, string? items = null) => Write(
        folder,
        items,
        XunitTests,
        "",
        """
        <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
        <PackageReference Include="xunit" Version="2.9.3" />
        <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
        """,
        "{ }");

    private static void Write(BuildFolder folder, string? items, string tests, string properties, string packages, string global)
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
              </PropertyGroup>
              <ItemGroup>
                {packages}
            {items ?? Guests.Profile(folder)}
              </ItemGroup>
            </Project>
            """);
        folder.UsePackage("Lab.Tests.csproj");
    }
}
