namespace QemuDsl.Generators.Tests;

/// <summary>What a profile becomes: a command, JSON both ways, members.</summary>
public sealed class ProfileTests
{
    private const string Router =
        """
        /// <summary>A router.</summary>
        [VmProfile<Pc>(ReadySerial = "up")]
        public sealed partial record Router
        {
            public required VirtioNetPci Uplink { get; init; }
            public OptionList<VirtioNetPci> Ports { get; init; } = [];
            public ByteSize Memory { get; init; } = 512.MiB();
            public int Cpus { get; init; } = 1;
            partial void Configure(ref QemuCommand<Pc> command) => command = command.WithMemory(Memory).WithCpus(Cpus);
        }

        /// <summary>Reads and writes.</summary>
        public static class Json
        {
            public static string Write(IVmProfile profile)
            {
                using var stream = new System.IO.MemoryStream();
                using (var writer = new System.Text.Json.Utf8JsonWriter(stream)) { profile.WriteJson(writer); }
                return System.Text.Encoding.UTF8.GetString(stream.ToArray());
            }

            public static Router Read(string text)
            {
                using var document = System.Text.Json.JsonDocument.Parse(text);
                return Read<Router>(document.RootElement);
            }

            public static T Read<T>(System.Text.Json.JsonElement json) where T : IVmProfile<T> => T.ReadJson(json, T.Catalog);

            public static string Fails(string text)
            {
                try { Read(text); return "nothing wrong"; } catch (QemuException wrong) { return wrong.Message; }
            }
        }
        """;

    private const string Shared =
        "((System.Func<Router>)(() => { var net = new UserNetdev { Restrict = true }; var card = new VirtioNetPci { Netdev = net, Mac = \"52:54:00:00:00:01\" }; "
        + "return new Router { Uplink = card, Ports = [new VirtioNetPci { Netdev = new UserNetdev() }], Memory = 1.GiB() }; }))()";

    [Fact]
    public void Command_has_the_options_in_source_order()
    {
        var arguments = CompiledCode.Evaluate<string>(Router, $"string.Join(\" \", {Shared}.ToCommand().Arguments)");

        Assert.EndsWith(
            "-netdev user,id=netdev0,restrict=on -device virtio-net-pci,id=dev0,netdev=netdev0,mac=52:54:00:00:00:01"
            + " -netdev user,id=netdev1 -device virtio-net-pci,id=dev1,netdev=netdev1 -m size=1G -smp cpus=1",
            arguments,
            StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_comes_back_as_the_same_command() => Assert.True(CompiledCode.Evaluate<bool>(
        Router, $"{Shared}.ToCommand().Arguments.SequenceEqual(Json.Read(Json.Write({Shared})).ToCommand().Arguments)"));

    [Fact]
    public void What_JSON_leaves_out_keeps_its_initializer() => Assert.Equal(
        "512M 1",
        CompiledCode.Evaluate<string>(
            Router,
            "((System.Func<string>)(() => { var r = Json.Read(\"{\\\"uplink\\\":{\\\"driver\\\":\\\"virtio-net-pci\\\",\\\"netdev\\\":{\\\"type\\\":\\\"user\\\"}}}\"); return r.Memory + \" \" + r.Cpus; }))()"));

    [Theory]
    [InlineData("{}", "uplink")]
    [InlineData("{'uplink':{'driver':'virtio-net-pci','netdev':{'type':'user'}},'memry':'1G'}", "$.memry")]
    [InlineData("{'uplink':{'driver':'virtio-net-pci','netdev':{'type':'user','fdz':1}}}", "$.uplink.netdev.fdz")]
    [InlineData("{'uplink':{'driver':'virtio-net-pci','netdev':{'type':'carrier-pigeon'}}}", "carrier-pigeon")]
    [InlineData("{'uplink':7}", "$.uplink")]
    [InlineData("[]", "$")]
    public void Wrong_JSON_is_told_with_its_place(string json, string place) => Assert.Contains(
        place,
        CompiledCode.Evaluate<string>(Router, $"Json.Fails(@\"{json.Replace("'", "\"\"", StringComparison.Ordinal)}\")"),
        StringComparison.Ordinal);

    [Fact]
    public void With_changes_a_copy() => Assert.Equal("2G", CompiledCode.Evaluate<string>(Router, $"{Shared}.WithMemory(2.GiB()).Memory.ToString()"));

    [Fact]
    public void Tools_find_it_in_the_metadata() => Assert.Equal(
        "Lab.Router",
        CompiledCode.Evaluate<string>(
            Router, "((QemuProfileAttribute)System.Attribute.GetCustomAttribute(typeof(Probe).Assembly, typeof(QemuProfileAttribute))!).Profile.FullName!"));

    [Fact]
    public void Marker_is_told() => Assert.Equal("up", CompiledCode.Evaluate<string>(Router, $"((IVmProfile){Shared}).ReadySerial!"));
}
