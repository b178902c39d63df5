namespace QemuDsl.Automation.Tests;

/// <summary>Descriptions of VMs from profiles, JSON and arguments.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    private static ProfileDescription Profile(params (string Name, string Value)[] properties) =>
        new(typeof(Booted).Assembly.Location) { Profile = "Booted", Properties = properties.ToDictionary(static one => one.Name, static one => one.Value) };

    [Fact]
    public async Task Properties_beside_a_profile_win_over_its_file_and_take_their_types()
    {
        var description = Profile(("Memory", "128M"), ("title", "7"), ("CPUS", "2")) with { JsonFile = Write("vm.json", """{ "image": "a.img", "memory": "1G" }""") };

        var vm = await description.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("QemuDsl.Automation.Tests.Booted", vm.Source);
        Assert.Equal($"serial:{MarkerGuests.Marker}", vm.ReadyWhen!.ToString());
        Assert.Contains("size=128M", vm.Command.Arguments);
        Assert.Contains("cpus=2", vm.Command.Arguments);
        Assert.Contains(vm.Command.Arguments, static argument => argument is "7" or "guest=7");
    }

    [Theory]
    [InlineData("Memry", "1G", "$.memry: is not a name known here")]
    [InlineData("Memory", "lots", "$.memory: ")]
    [InlineData("Cpus", "two", "$.cpus: is \"two\", not a whole number")]
    public async Task Wrong_property_is_told_by_the_profiles_own_reader(string name, string value, string expected)
    {
        var wrong = await Refused(Profile(("Image", "a.img"), (name, value)));

        Assert.Equal(AutomationFailure.Property, wrong.Failure);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_that_is_not_there_is_told_with_those_that_are()
    {
        var wrong = await Refused(Profile() with { Profile = "Nobody" });

        Assert.Equal(AutomationFailure.Description, wrong.Failure);
        Assert.Contains("holds no profile 'Nobody'. It has: QemuDsl.Automation.Tests.Booted", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "profile": 1 }""")]
    [InlineData("""{ "profile": "P", "readySerial": null, "program": "q", "arguments": {}, "secretDirectory": "s", "findings": [], "secretFiles": {} }""")]
    [InlineData("""{ "profile": "P", "readySerial": null, "program": "q", "arguments": [], "secretDirectory": "s", "findings": [], "secretFiles": { "a": "?" } }""")]
    public async Task Profile_that_answers_in_the_place_of_its_host_is_refused(string answer)
    {
        var wrong = await Refused(Profile(("Answer", answer)) with { Profile = "Rogue" });

        Assert.Equal(AutomationFailure.Description, wrong.Failure);
        Assert.Contains("ended the program that reads it, or wrote into its output", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_a_property_is_not_taken_for_one_whose_name_begins_the_same()
    {
        var order = new VmOrder
        {
            Name = "db", Profile = "Booted", ProfileAssembly = typeof(Booted).Assembly.Location, Memory = "lots",
            Properties = new Dictionary<string, string> { ["Mem"] = "1G", ["Image"] = "a.img" },
        };

        var wrong = await Assert.ThrowsAsync<AutomationException>(() => order.LoadAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Memory", wrong.Field);
    }

    [Fact]
    public async Task Error_of_a_device_names_it_also_behind_those_of_a_file()
    {
        var order = new VmOrder
        {
            Name = "db", Json = Write("vm.json", """{ "machine": { "type": "pc" }, "devices": [ { "driver": "virtio-rng-pci" } ] }"""),
            Devices = [new("virtio-rng-pci", new Dictionary<string, string>()), new("virtio-net-pci", new Dictionary<string, string> { ["Mac"] = "here", ["netdev"] = """{"type":"user"}""" })],
        };

        var wrong = await Assert.ThrowsAsync<AutomationException>(() => order.LoadAsync(TestContext.Current.CancellationToken));

        Assert.Equal((AutomationFailure.Property, 1, "Mac"), (wrong.Failure, wrong.Device, wrong.Field));
    }

    [Theory]
    [InlineData("/no/such.dll", null, "There is no assembly /no/such.dll. Build the project")]
    [InlineData(null, "/no/such.json", "There is no file /no/such.json")]
    public async Task Missing_file_is_told(string? assembly, string? json, string expected)
    {
        var wrong = await Refused(new ProfileDescription(assembly ?? typeof(Booted).Assembly.Location) { JsonFile = json });

        Assert.Equal(AutomationFailure.File, wrong.Failure);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_VM_is_read_from_JSON_without_an_assembly()
    {
        var file = Write("vm.json", """
            {
              "machine": { "type": "q35" }, "memory": "1G", "cpus": 2, "cpu": { "model": "max" }, "readyWhen": "serial:login:",
              "netdevs": [ { "type": "user", "id": "net0" } ],
              "devices": [ { "driver": "virtio-net-pci", "netdev": "net0" } ], // A comment.
              "arguments": [ "-no-reboot" ],
            }
            """);

        var vm = await new JsonDescription(file).LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("qemu-system-x86_64", vm.Command.Program);
        Assert.Equal("serial:login:", vm.ReadyWhen!.ToString());
        var text = string.Join(' ', vm.Command.Arguments);
        Assert.Contains("-machine q35", text, StringComparison.Ordinal);
        Assert.Contains("-netdev user,id=net0", text, StringComparison.Ordinal);
        Assert.Contains("-device virtio-net-pci,id=dev0,netdev=net0", text, StringComparison.Ordinal);
        Assert.EndsWith("-m size=1G -smp cpus=2 -no-reboot", text, StringComparison.Ordinal);
        Assert.DoesNotContain(vm.Command.Check(), static finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("{}", "$.machine: is missing")]
    [InlineData("""{ "machine": { "type": "pdp11" } }""", "$.machine: is 'pdp11', which is no IMachine this catalogue knows")]
    [InlineData("""{ "machine": { "type": "pc" }, "mahcine": 1 }""", "$.mahcine: is not a name known here")]
    [InlineData("""{ "machine": { "type": "pc" }, "devices": [ { "driver": "nope" } ] }""", "$.devices[0]")]
    [InlineData("""{ "machine": { "type": "pc" }, "memory": "lots" }""", "$.memory: ")]
    [InlineData("{", "is no JSON")]
    public async Task Wrong_JSON_is_told_with_file_and_place(string json, string expected)
    {
        var file = Write("vm.json", json);

        var wrong = await Refused(new JsonDescription(file));

        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-machine\npc\n\n# no reboot\n-no-reboot\n", "qemu-system-x86_64", "-machine pc -no-reboot")]
    [InlineData("qemu-system-aarch64\r\n-name\r\na b\r\n", "qemu-system-aarch64", "-name a b")]
    public async Task Arguments_are_read_one_a_line(string text, string program, string arguments)
    {
        var vm = await new ArgumentsDescription(Write("vm.args", text)).LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(program, vm.Command.Program);
        Assert.Equal(arguments, string.Join(' ', vm.Command.Arguments));
    }

    [Fact]
    public async Task File_without_arguments_and_file_that_is_not_there_are_refused()
    {
        Assert.Contains("holds no argument", (await Refused(new ArgumentsDescription(Write("empty", "# nothing\n")))).Message, StringComparison.Ordinal);
        Assert.Equal(AutomationFailure.File, (await Refused(new ArgumentsDescription("/no/such"))).Failure);
    }

    [Theory]
    [InlineData("-netdev user,id=n -device e1000,netdev=n", "-netdev user,id=n,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:80 -device e1000,netdev=n")]
    [InlineData("-nic user", "-nic user,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:80")]
    [InlineData("-machine microvm", "-machine microvm -netdev user,id=qemu-dsl-forwards,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:80 -device virtio-net-device,netdev=qemu-dsl-forwards")]
    [InlineData("-netdev tap,id=t", "-netdev tap,id=t -netdev user,id=qemu-dsl-forwards,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:80 -device virtio-net-pci,netdev=qemu-dsl-forwards")]
    [InlineData("""-netdev {"type":"user","id":"n"}""", """-netdev {"type":"user","id":"n","hostfwd":[{"str":"tcp:127.0.0.1:0-:22"},{"str":"tcp:127.0.0.1:0-:80"}]}""")]
    public void Forwards_go_through_the_user_netdev_there_is(string before, string after)
    {
        var vm = new DescribedVm(new RawCommand("qemu", before.Split(' '))) { Source = "test" };

        Assert.Equal(after, string.Join(' ', vm.With(new VmAdditions { ForwardTcp = [22, 80] }).Command.Arguments));
    }

    [Fact]
    public void Device_in_text_takes_the_types_of_its_keys()
    {
        var json = DeviceText.ToJson("virtio-net-pci", new Dictionary<string, string>
        {
            ["mq"] = "on", ["Vectors"] = "4", ["mac"] = "52:54:00:00:00:01", ["Netdev"] = """{"type":"user"}""",
        });

        Assert.Equal(
            """{"driver":"virtio-net-pci","mq":true,"vectors":4,"mac":"52:54:00:00:00:01","netdev":{"type":"user"}}""", json.ToJsonString());
    }

    [Theory]
    [InlineData("virtio-rgn-pci", "mq", "on", "'virtio-rgn-pci' is no device that QemuDsl knows")]
    [InlineData("virtio-net-pci", "mp", "on", "virtio-net-pci has no key 'mp'. It has: ")]
    [InlineData("virtio-net-pci", "mq", "maybe", "mq=maybe: write on or off.")]
    [InlineData("virtio-net-pci", "vectors", "many", "vectors=many: write a whole number.")]
    [InlineData("virtio-net-pci", "netdev", "{", "netdev={ is no JSON")]
    public void Wrong_device_in_text_is_refused(string driver, string key, string value, string expected)
    {
        var wrong = Assert.Throws<AutomationException>(() => DeviceText.ToJson(driver, new Dictionary<string, string> { [key] = value }));

        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<AutomationException> Refused(VmDescription description) =>
        Assert.ThrowsAsync<AutomationException>(() => description.LoadAsync(TestContext.Current.CancellationToken));

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
