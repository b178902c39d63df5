using QemuDsl.Netdevs;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Operations given up at every single step they take: what lived lives on and answers, what did not leaves nothing.</summary>
public sealed class EveryAwaitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly VmOptions Everything = new()
    {
        Name = "walked",
        Lifetime = TimeSpan.FromMinutes(10),
        Placement = new VmPlacement { Emulator = "0", VCpus = ["0"], RefreshInterval = Timeout.InfiniteTimeSpan },
        GuestAgent = GuestAgentPort.VirtioSerial,
        ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker),
    };

    // Those of the agent on its disk.
    private const string OpenFiles = "ls -l /proc/$(pidof qemu-ga)/fd | grep -c /disk/";

    private readonly Walk _walk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // On this machine QEMU connects to its owner, unless it may outlive him: then it has FIFOs, as on others.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_start(bool connects)
    {
        await using var host = new TestHost();
        var walked = connects ? new WalkedMachine((IOwnMachine)host.Host, _walk) : new WalkedHost(host.Host, _walk);
        var options = connects ? new VmOptions { ReadyWhen = Everything.ReadyWhen } : Everything;
        var command = host.Boots(MarkerGuests.BootSector());

        await _walk.EveryStepAsync(
            async token =>
            {
                await using var vm = await walked.StartAsync(command, options, token);
            },
            host.NothingIsLeftAsync);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("reset")]
    [InlineData("threads")]
    [InlineData("place")]
    [InlineData("screenshot")]
    [InlineData("plug")]
    [InlineData("artifacts")]
    public async Task Something_that_is_asked_of_a_VM(string what)
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-device", "VGA");
        await using var vm = await walked.StartAsync(command, Everything, Token);
        var number = 0;

        await _walk.EveryStepAsync(
            token => what switch
            {
                "pause" => vm.PauseAsync(token),
                "reset" => vm.ResetAsync(token),
                "threads" => vm.FindThreadsAsync(token),
                "place" => vm.PlaceThreadsAsync(token),
                "screenshot" => vm.ScreenshotAsync(token),
                "plug" => vm.AddAsync(new UserNetdev { Id = $"net{number++}" }, token),
                _ => vm.CollectArtifactsAsync(host.File("artifacts"), token),
            },
            async () => await vm.Qmp.ExecuteAsync("query-status", default, Token).WaitAsync(Soon, Token));
    }

    // A job that was given up is ended behind its caller, and the guest runs again.
    [Theory]
    [InlineData("save")]
    [InlineData("load")]
    [InlineData("delete")]
    public async Task A_snapshot(string what)
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var image = host.File("disk");
        await ChildProcess.RunAsync(Tools.Require("qemu-img"), ["create", "-q", "-f", "qcow2", image, "8M"], Token);
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-drive", $"if=ide,format=qcow2,file={image}");
        await using var vm = await walked.StartAsync(command, Everything, Token);
        var number = 0;

        await _walk.EveryStepAsync(
            async () =>
            {
                var name = $"s{number++}";
                await (what == "save" ? Task.CompletedTask : vm.SaveSnapshotAsync(name, cancellationToken: Token));
                return name;
            },
            (name, token) => what switch
            {
                "save" => vm.SaveSnapshotAsync(name, cancellationToken: token),
                "load" => vm.LoadSnapshotAsync(name, cancellationToken: token),
                _ => vm.DeleteSnapshotAsync(name, cancellationToken: token),
            },
            async _ =>
            {
                await Eventually.TrueAsync(
                    async () => (await vm.Qmp.ExecuteAsync("query-jobs", default, Token).WaitAsync(Soon, Token)).GetArrayLength() == 0, "no job is left");
                Assert.True((await vm.Qmp.ExecuteAsync("query-status", default, Token)).GetProperty("running").GetBoolean());
            });
    }

    [Theory]
    [InlineData("program")]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("freeze")]
    public async Task Something_that_is_asked_of_the_agent(string what)
    {
        await using var host = new TestHost();
        await File.WriteAllBytesAsync(host.File("disk"), new byte[16 << 20], Token);
        var command = AgentGuest.Command("-drive", $"if=virtio,format=raw,file={host.File("disk")}");
        await using var vm = await new WalkedHost(host.Host, _walk).StartAsync(command, Everything with { ReadyWhen = Boot.UntilAgentAnswers() }, Token);
        Assert.Equal("", await AskAsync(vm, "mke2fs /dev/vda >/dev/null 2>&1 && mkdir /disk && mount -t ext4 /dev/vda /disk && echo text >/disk/file"));
        var open = await AskAsync(vm, OpenFiles);

        await _walk.EveryStepAsync(
            token => what switch
            {
                "program" => vm.Agent.RunAsync("/bin/true", cancellationToken: token),
                "read" => vm.Agent.ReadFileAsync("/disk/file", cancellationToken: token),
                "write" => vm.Agent.WriteFileAsync("/disk/file", "other"u8.ToArray(), token),
                _ => FreezeAsync(vm, token),
            },
            async () =>
            {
                Assert.False(await vm.Agent.IsFrozenAsync(Token).WaitAsync(Soon, Token));
                await Eventually.TrueAsync(async () => await AskAsync(vm, OpenFiles) == open, "the agent has closed its files");
            });
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("kill")]
    [InlineData("detach")]
    public async Task An_end(string what)
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        var command = host.Boots(MarkerGuests.BootSector());

        await _walk.EveryStepAsync(
            () => walked.StartAsync(command, Everything, Token),
            (vm, token) => what switch
            {
                "stop" => vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMilliseconds(100) }, token),
                "kill" => vm.KillAsync(token),
                _ => vm.DetachAsync(token),
            },
            async vm =>
            {
                await vm.DisposeAsync();
                foreach (var left in await host.Host.ListAsync(Token))
                {
                    await using var again = await host.Host.AttachAsync(left.Directory, cancellationToken: Token);
                    await again.KillAsync(Token);
                }

                await host.NothingIsLeftAsync();
            });
    }

    [Fact]
    public async Task An_attachment()
    {
        await using var host = new TestHost();
        var walked = new WalkedHost(host.Host, _walk);
        await (await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Everything)).DetachAsync(Token);

        try
        {
            await _walk.EveryStepAsync(
                async token =>
                {
                    await using var vm = await walked.AttachAsync("walked", cancellationToken: token);
                },
                static () => Task.CompletedTask);
        }
        finally
        {
            await using var last = await host.Host.AttachAsync("walked", cancellationToken: Token);
            await last.KillAsync(Token);
        }
    }

    private static async Task FreezeAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        await using var freeze = await vm.Agent.FreezeAsync(cancellationToken);
    }

    private static async Task<string> AskAsync(VirtualMachine vm, string script)
    {
        var result = await vm.Agent.RunAsync("/bin/sh", ["-c", script], cancellationToken: Token).WaitAsync(Soon, Token);
        return result.Output + result.Error;
    }
}
