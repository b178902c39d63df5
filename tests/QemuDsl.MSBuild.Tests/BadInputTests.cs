using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild.Tests;

/// <summary>What is wrong is one error, with a code, at the line of the item.</summary>
public sealed class BadInputTests(BadProjects bad) : IClassFixture<BadProjects>
{
    // The first item of a bare project is in its fifth line; attributes in lines of their own tell which one is meant.
    private const int FirstLine = 5;

    private static string Assembly => typeof(Booted).Assembly.Location;

    public static TheoryData<string, string, int, string> Items => new()
    {
        { $"Profile=\"Nobody\"\nProfileAssembly=\"{Assembly}\"", "QDT0001", 1, "holds no profile 'Nobody'. It has: QemuDsl.MSBuild.Tests.Booted" },
        { $"Profile=\"Booted\"\nProfileAssembly=\"{Assembly}\"\nImage=\"x\"\nMemry=\"1G\"", "QDT0002", 4, "$.memry: is not a name known here" },
        { $"Profile=\"Booted\"\nProfileAssembly=\"{Assembly}\"\nImage=\"x\"\nMemory=\"lots\"", "QDT0002", 4, "$.memory: " },
        { "Profile=\"Booted\"\nProfileAssembly=\"none.dll\"", "QDT0003", 1, "There is no assembly" },
        { "Arguments=\"none.args\"", "QDT0003", 1, "none.args cannot be read" },
        { "Json=\"none.json\"", "QDT0003", 1, "none.json cannot be read" },
        { "Machine=\"pdp11\"", "QDT0001", 1, "is 'pdp11', which is no IMachine" },
        { "Machine=\"pc\"\nColour=\"red\"", "QDT0012", 2, "'Colour' would be a property of a profile, and no Profile is named" },
        { "Machine=\"pc\"\nArguments=\"x\"", "QDT0012", 1, "Arguments and Machine exclude one another" },
        { "Machine=\"pc\"\nReadyWhen=\"agnet\"", "QDT0012", 2, "'agnet' is no wait. Write serial:REGEX" },
        { "Machine=\"pc\"\nForwardTcp=\"22;x\"", "QDT0012", 2, "'x' is no port" },
        { "Machine=\"pc\"\nMemory=\"lots\"", "QDT0012", 2, "'lots' is not a size" },
        { "Machine=\"pc\"\nLifetime=\"soon\"", "QDT0012", 2, "'soon' is no time" },
        { "Machine=\"pc\"\nTimeout=\"-1\"", "QDT0012", 2, "'-1' is no time" },
        { "Machine=\"pc\"\nGuestAgent=\"yes\"", "QDT0012", 2, "'yes' is none of VirtioSerial, IsaSerial" },
        { "Machine=\"pc\"\nHost=\"lab3\"", "QDT0012", 2, "'lab3' is no address of a host" },
        { "Machine=\"pc\"\nHost=\"ssh://nobody@127.0.0.1:1\"", "QDT0005", 1, "127.0.0.1" },
    };

    public static TheoryData<string, string, string, int, string> Devices => new()
    {
        { "virtio-rng-pci", "Vm=\"db\"\ncolour=\"red\"", "QDT0002", 7, "VM 'db', device virtio-rng-pci, colour: virtio-rng-pci has no key 'colour'. It has: " },
        { "virtio-net-pci", "Vm=\"db\"\nmq=\"maybe\"", "QDT0002", 7, "mq=maybe: write on or off." },
        { "virtio-net-pci", "Vm=\"db\"\nmac=\"here\"\nNetdev='{\"type\":\"user\"}'", "QDT0002", 7, "$.devices[0].mac: " },
        { "no-such-device", "Vm=\"db\"", "QDT0002", 6, "'no-such-device' is no device that QemuDsl knows" },
        { "virtio-rng-pci", "\nVm=\"bd\"", "QDT0012", 7, "Device virtio-rng-pci, Vm: 'bd' is no VM of this project. Name one of: db." },
        { "virtio-rng-pci", "", "QDT0012", 6, "Device virtio-rng-pci, Vm: is missing" },
    };

    public static TheoryData<string, string, string> Uses => new()
    {
        { "<WaitForVm Record=\"none.json\" ReadyWhen=\"agent\" />", "QDT0009", "There is no record" },
        { "<WaitForVm Record=\"wrong.json\" ReadyWhen=\"agent\" />", "QDT0010", "wrong.json(1): this is no record of a VM" },
        { "<CreateDisk Path=\"d.qcow2\" />", "QDT0012", "Size is missing" },
        { "<CreateDisk Path=\"d.qcow2\" Size=\"1M\" Source=\"s\" Resize=\"true\" />", "QDT0012", "Resize is for an image that is there" },
        { "<CheckQemuHost Program=\"qemu-system-aarch64\" RequireKvm=\"true\" />", "QDT0006", "local cannot run guests under KVM: " },
        { "<CreateDisk Path=\"d.qcow2\" Size=\"big\" />", "QDT0012", "Size: 'big' is not a size" },
        { "<CreateDisk Path=\"no/such/d.qcow2\" Size=\"1M\" />", "QDT0013", "qemu-img refused: " },
        { "<CheckQemuHost Program=\"no-such-qemu\" />", "QDT0006", "local has no no-such-qemu" },
        { "<StopVm RecordDirectory=\"obj\" Powerdown=\"x\" />", "QDT0012", "Powerdown: 'x' is no time" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Wrong_item_is_one_error_at_its_line(string metadata, string code, int line, string expected)
    {
        await BuildAllAsync();

        Assert.Contains(expected, bad.Error(Item(metadata), code, $"{FirstLine + line - 1},"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Wrong_device_is_an_error_at_its_own_line(string driver, string metadata, string code, int line, string expected)
    {
        await BuildAllAsync();

        Assert.Contains(expected, bad.Error(Device(driver, metadata), code, $"{line},"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Wrong_use_of_a_task_is_one_error_at_its_line(string task, string code, string expected)
    {
        await BuildAllAsync();

        Assert.Contains(expected, bad.Error(Use(task), code, "8)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_one_error_each_and_nothing_is_left_of_it()
    {
        await BuildAllAsync();

        bad.OneEach();
    }

    [Fact]
    public async Task Nothing_is_looked_at_while_a_project_is_evaluated_and_tasks_are_for_a_process_of_their_own()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare($"<QemuVm Include=\"db\" Profile=\"Nobody\" ProfileAssembly=\"{Assembly}\" Json=\"none.json\" Memory=\"lots\" />");

        var result = (await folder.RunAsync("msbuild", project, "-nologo", "-getProperty:QemuTaskFactory")).Succeeded();

        Assert.Equal("TaskHostFactory", result.Output.Trim());
        Assert.Equal([project], Directory.GetFileSystemEntries(folder.FullPath));
        Assert.Empty(folder.Running());
    }

    [Fact]
    public async Task Item_of_another_kind_with_the_same_name_is_not_taken_for_it()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare("<None Include=\"db\" ReadyWhen=\"?\" />\n<QemuVm Include=\"db\" Machine=\"pc\" ReadyWhen=\"agnet\" />");

        (await folder.MSBuildAsync(project, "QemuStart")).Error("QDT0012", $"{project}({FirstLine + 1},");
    }

    [Fact]
    public void Error_has_a_link_to_the_page_of_its_code()
    {
        var engine = new SilentEngine();
        var task = new StartVm
        {
            BuildEngine = engine, Scope = "links", RecordDirectory = "/no/such", Vms = [new TaskItem("db", new Dictionary<string, string> { ["Arguments"] = "/no/such.args" })],
        };

        Assert.False(task.Execute());

        var error = Assert.Single(engine.Errors);
        Assert.Equal("QDT0003", error.Code);
        Assert.EndsWith($"/docs/diagnostics/{error.Code}.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_is_taken_is_an_error_and_the_VM_that_has_it_stays()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");

        var result = await folder.MSBuildAsync(project, "QemuStart");

        Assert.Contains($"(pid {record.Pid}, since ", result.Error("QDT0004", $"{project}({FirstLine},"), StringComparison.Ordinal);
        Assert.True(Directory.Exists($"/proc/{record.Pid}"));
    }

    [Fact]
    public async Task Guest_that_does_not_become_ready_is_an_error_with_its_last_words_and_gone()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder, more: "Timeout=\"2s\" Artifacts=\"evidence\"").Replace("serial:QDSL-READY", "serial:never", StringComparison.Ordinal));

        var result = await folder.MSBuildAsync(project, "QemuStart");

        Assert.Contains(MarkerGuests.Marker, result.Error("QDT0007", $"{project}({FirstLine},"), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(folder.File("evidence")));
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData("/no/such/qemu\n-machine\npc", "'/no/such/qemu' does not exist")]
    [InlineData("-device\nno-such-device", "'no-such-device' is not a valid device model name")]
    public async Task What_QEMU_refuses_or_lacks_is_an_error(string arguments, string expected)
    {
        Tools.Qemu("x86_64");
        await using var folder = new BuildFolder();
        folder.Write("vm.args", arguments);
        var project = folder.Bare("<QemuVm Include=\"db\" Arguments=\"vm.args\" />");

        var result = await folder.MSBuildAsync(project, "QemuStart");

        Assert.Contains(expected, result.Error("QDT0008", $"{project}({FirstLine},"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_takes_the_others_along()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare($"{Guests.Arguments(folder, "good")}\n<QemuVm Include=\"bad\" Arguments=\"none\" />");

        (await folder.MSBuildAsync(project, "QemuStart")).Error("QDT0003", $"{project}({FirstLine + 1},");

        Assert.Empty(folder.Left());
        Assert.Empty(Directory.GetFiles(folder.FullPath, "*.json", SearchOption.AllDirectories));
    }

    // The aarch64 one has no KVM on a host of another kind, whatever that host can do.
    private Task BuildAllAsync()
    {
        Tools.Require("qemu-img");
        Tools.Qemu("aarch64");
        return bad.BuildAsync([
            .. Rows(Items).Select(static row => Item(row[0])), .. Rows(Devices).Select(static row => Device(row[0], row[1])), .. Rows(Uses).Select(static row => Use(row[0])),
        ]);
    }

    private static (string Items, string Targets) Item(string metadata) => Started($"<QemuVm Include=\"db\" {metadata} />");

    private static (string Items, string Targets) Device(string driver, string metadata) =>
        Started($"<QemuVm Include=\"db\" Machine=\"pc\" />\n<QemuDevice Include=\"{driver}\" {metadata} />");

    private static (string Items, string Targets) Started(string items) => (items, "<Target Name=\"Use\" DependsOnTargets=\"QemuStart\" />");

    private static (string Items, string Targets) Use(string task) => ("", $"<Target Name=\"Use\">{task}</Target>");

    private static IEnumerable<string[]> Rows(IEnumerable<ITheoryDataRow> data) => data.Select(static row => row.GetData().Select(static value => value as string ?? "").ToArray());
}
