using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>The tool as <c>dotnet tool install</c> brings it: a native program here, and one for every other machine.</summary>
public sealed class ToolPackageTests(ToolPackages packages) : IClassFixture<ToolPackages>, IDisposable
{
    private readonly TempDirectory _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Native_program_is_what_is_installed_here_and_it_runs_VMs_and_renders_profiles()
    {
        var tool = await packages.InstallAsync("QemuDsl.Tool");

        Assert.Equal("\u007fELF", await BeginningAsync(new FileInfo(tool).ResolveLinkTarget(returnFinalTarget: true)!.FullName));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(tool)!, "qemu-dsl.dll", SearchOption.AllDirectories));
        await TellsItsVersionAsync(tool);
        await RendersAsync(tool);
        var guest = MarkerGuests.BootSector();
        var said = await ChildProcess.RunAsync(
            tool,
            ["run", "--ready-serial", MarkerGuests.Marker, "--stop", "--", Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults",
             "-no-user-config", "-display", "none", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))],
            Token);
        Assert.Contains(MarkerGuests.Marker, said, StringComparison.Ordinal);
        Assert.InRange(await BestStartAsync(tool), TimeSpan.Zero, TimeSpan.FromMilliseconds(30));
    }

    [Fact]
    public async Task Other_machines_get_a_program_that_runs_on_the_runtime()
    {
        var tool = await packages.InstallAsync("QemuDsl.Tool.any");

        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(tool)!, "qemu-dsl.dll", SearchOption.AllDirectories));
        await TellsItsVersionAsync(tool);
        await RendersAsync(tool);
    }

    [Fact]
    public void Package_that_is_named_leads_every_machine_to_the_one_that_runs_on_it()
    {
        using var package = packages.Open("QemuDsl.Tool");
        using var settings = new MemoryStream(package.Read(package.Files.Single(static file => file.EndsWith("DotnetToolSettings.xml", StringComparison.Ordinal))));

        Assert.Equal(
            [("any", "QemuDsl.Tool.any"), ("linux-x64", "QemuDsl.Tool.linux-x64")],
            XDocument.Load(settings).Descendants("RuntimeIdentifierPackage")
                .Select(static one => (one.Attribute("RuntimeIdentifier")!.Value, one.Attribute("Id")!.Value)).Order());
    }

    [Theory]
    [InlineData("QemuDsl.Tool")]
    [InlineData("QemuDsl.Tool.linux-x64")]
    [InlineData("QemuDsl.Tool.any")]
    public void Package_says_what_it_is_and_holds_what_it_says(string id)
    {
        using var package = packages.Open(id);

        Assert.Equal(id, package.Id);
        PackageRules.Verify(package);
    }

    public void Dispose() => _folder.Dispose();

    // The best of many: others may be busy on this machine.
    private static async Task<TimeSpan> BestStartAsync(string tool)
    {
        var best = TimeSpan.MaxValue;
        for (var turn = 0; turn < 20; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            await ChildProcess.RunAsync(tool, ["--version"], Token);
            best = Stopwatch.GetElapsedTime(began) is var taken && taken < best ? taken : best;
        }

        return best;
    }

    private static async Task TellsItsVersionAsync(string tool) =>
        Assert.Matches("^\\d+\\.\\d+\\.\\d+", await ChildProcess.RunAsync(tool, ["--version"], Token));

    private async Task RendersAsync(string tool)
    {
        var json = _folder.File("hello.json");
        await File.WriteAllTextAsync(json, """{ "kernel": "vmlinuz", "initrd": "initrd.img" }""", Token);

        var rendered = await ChildProcess.RunAsync(
            tool, ["render", "--assembly", Checkout.Built("samples/HelloVm", "HelloVm.dll"), "--from-json", json, "--json"], Token);

        using var document = JsonDocument.Parse(rendered);
        Assert.Contains("vmlinuz", document.RootElement.GetProperty("arguments").EnumerateArray().Select(static argument => argument.GetString()));
    }

    private static async Task<string> BeginningAsync(string file)
    {
        var bytes = new byte[4];
        await using var stream = File.OpenRead(file);
        await stream.ReadExactlyAsync(bytes, Token);
        return Encoding.Latin1.GetString(bytes);
    }
}
