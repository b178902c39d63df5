using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>Wrong requests of VMs that live on: one error with what to do, and nothing is left of the VM.</summary>
public sealed class BadLivingRequestTests : IAsyncDisposable
{
    private const string Unreachable = "ssh://nobody@127.0.0.1:1";

    private static readonly string[] Up = ["up", "--name", "db"];

    private readonly LivingVms _vms = new();

    public static TheoryData<string[], string> Ups => new()
    {
        { [], "Nothing to start. Name a profile (--assembly), a JSON file (--from-json)," },
        { ["--profile", "p", "--kernel", "k"], "--profile belongs to --assembly, which is not given." },
        { ["-m", "1G", "--", "qemu"], "--memory belongs to --kernel" },
        { ["--from-json", "j", "--kernel", "k"], "--from-json and --kernel exclude one another. Name one of them." },
        { ["--arguments", "f", "--", "qemu"], "--arguments and a command line exclude one another." },
        { ["--ready", "soon", "--", "qemu"], "--ready: 'soon', character 1: 'soon' is no wait. Write serial:REGEX, agent, tcp:PORT," },
        { ["--ready", "agent", "--ready-serial", "x", "--", "qemu"], "--ready and --ready-serial exclude one another. Write --ready 'serial:REGEX + agent' for both." },
        { ["--ready-serial", "(", "--", "qemu"], "--ready-serial: Invalid pattern '('" },
        { ["--lifetime", "forever", "--", "qemu"], "--lifetime: 'forever' is no time from 1ms to seven days. Write 90s," },
        { ["--forward", "0", "--", "qemu"], "--forward '0': must be a port of the guest, from 1 to 65535." },
        { ["--timeout", "0", "--", "qemu"], "--timeout '0': must be a number of seconds" },
        { ["--host", "lab3", "--", "qemu"], "--host: 'lab3' is no address of a host. Write 'local', or ssh://host," },
        { ["--from-json", "/no/such.json"], "/no/such.json cannot be read" },
        { ["--from-json", Built.ToolPage], "tool.md is no JSON" },
        { ["--arguments", "/no/such.txt"], "/no/such.txt cannot be read" },
        { ["--kernel", "/no/such/kernel"], "could not open kernel file '/no/such/kernel'" },
        { ["--assembly", "/no/such.dll"], "There is no assembly /no/such.dll. Build the project that holds the profile first." },
        { ["--assembly", Built.HelloVm, "--profile", "Nobody"], "holds no profile 'Nobody'. It has: HelloVm.HelloVm." },
        { ["--assembly", Built.HelloVm], "$.kernel: is missing, and it is required. Add it." },
        { ["--", "no-such-qemu"], "'no-such-qemu' is not on the PATH of" },
        { ["--", "qemu-system-x86_64", "-device", "no-such-device"], "'no-such-device' is not a valid device model name" },
    };

    public static TheoryData<string[], string> Others => new()
    {
        { ["up", "--kernel", "k"], "Option '--name' is required." },
        { ["up", "--name", "", "--kernel", "k"], "--name '': must be a name that can be written and read" },
        { ["up", "--name", "a\tb", "--kernel", "k"], "--name 'a?b': must be a name" },
        { ["down"], "Required argument 'vm' missing" },
        { ["down", "nobody"], "No VM called 'nobody' runs on local. Nothing runs there; 'qemu-dsl up' starts one." },
        { ["logs"], "Required argument 'vm' missing" },
        { ["logs", "nobody"], "No VM called 'nobody' runs on local." },
        { ["console"], "Required argument 'vm' missing" },
        { ["console", "nobody"], "No VM called 'nobody' runs on local." },
        { ["screenshot", "nobody"], "Required argument 'file' missing" },
        { ["screenshot", "nobody", "screen.png"], "No VM called 'nobody' runs on local." },
        { ["exec", "nobody"], "Required argument 'program' missing" },
        { ["ps", "extra"], "Unrecognized command or argument 'extra'." },
        { ["sweep", "extra"], "Unrecognized command or argument 'extra'." },
        { ["doctor", "--require-kvm", "--no-kvm"], "--require-kvm and --no-kvm exclude one another. Name one of them." },
        { ["completion"], "Required argument 'shell' missing" },
    };

    public static TheoryData<string[], int> Commands => new()
    {
        { ["run", "--host", Unreachable, "--", "qemu"], 1 },
        { ["up", "--name", "db", "--host", Unreachable, "--", "qemu"], 1 },
        { ["ps", "--host", Unreachable], 1 },
        { ["down", "db", "--host", Unreachable], 1 },
        { ["logs", "db", "--host", Unreachable], 1 },
        { ["console", "db", "--host", Unreachable], 1 },
        { ["screenshot", "db", "screen.png", "--host", Unreachable], 1 },
        { ["sweep", "--host", Unreachable], 1 },
        { ["exec", "db", "--host", Unreachable, "--", "true"], 125 },
    };

    [Theory]
    [MemberData(nameof(Ups))]
    public async Task VM_that_cannot_be_started_is_refused_with_a_remedy(string[] arguments, string expected)
    {
        Told(await _vms.RunAsync([.. Up, .. arguments]), 2, expected);
        NothingIsLeft();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Request_is_refused_with_a_remedy(string[] arguments, string expected) => Told(await _vms.RunAsync(arguments), 2, expected);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Host_that_is_not_reached_is_named(string[] arguments, int exitCode)
    {
        // An account with a key, so that it is the host that fails.
        Directory.CreateDirectory(_vms.Folder.File(".ssh"));
        await ChildProcess.RunAsync(
            Tools.Require("ssh-keygen"), ["-q", "-t", "ed25519", "-N", "", "-f", _vms.Folder.File(".ssh/id_ed25519")], TestContext.Current.CancellationToken);
        _vms.Environment["HOME"] = _vms.Folder.FullPath;

        Told(await _vms.RunAsync(arguments), exitCode, "127.0.0.1");
    }

    [Fact]
    public async Task Wrong_property_of_a_profile_is_told_with_its_place()
    {
        var json = _vms.Folder.File("hello.json");
        await File.WriteAllTextAsync(json, """{ "kernel": "k", "initrd": "i", "memroy": "1G" }""", TestContext.Current.CancellationToken);

        Told(await _vms.RunAsync([.. Up, "--assembly", Built.HelloVm, "--from-json", json]), 2, "$.memroy");
        Told(await _vms.RunAsync("run", "--assembly", Built.HelloVm, "--from-json", json), 2, "$.memroy");
        Told(await _vms.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", json), 2, "$.memroy");
    }

    [Fact]
    public async Task VM_that_does_not_get_ready_is_gone_and_its_last_words_are_told()
    {
        var result = await _vms.RunAsync(
            [.. Up, "--ready-serial", "login:", "--timeout", "2", "--", .. Guest.Command(MarkerGuests.Says("no such disk\n"), _vms.Folder)]);

        Told(result, 1, "Waited for 'login:' on the serial console, but it did not come within 2 s.");
        Assert.Contains("Last serial lines:\n  no such disk\n", result.Errors, StringComparison.Ordinal);
        NothingIsLeft();
    }

    [Fact]
    public async Task Password_in_the_address_of_a_host_is_refused_and_not_repeated()
    {
        var result = await _vms.RunAsync([.. Up, "--host", "ssh://user:horse@lab", "--", "qemu"]);

        Told(result, 2, "A host's address holds a password, which everybody could read. Use a key or an agent, and write ssh://user@host.");
        Assert.DoesNotContain("horse", result.ToString(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();

    private static void Told(ToolResult result, int exitCode, string expected)
    {
        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Errors, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    private void NothingIsLeft() => Assert.False(
        Directory.Exists(_vms.Root) && Directory.EnumerateDirectories(_vms.Root).Any(), "a run directory is left, and with it a VM");
}
