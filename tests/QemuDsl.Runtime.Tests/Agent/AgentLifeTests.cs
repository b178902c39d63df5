using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Agents that come, go, freeze and shut the guest down.</summary>
public sealed class AgentLifeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shutdown_by_the_agent_ends_the_VM()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(AgentGuest.Command(), Ready);

        await vm.Agent.ShutdownAsync(cancellationToken: Token);

        Assert.Equal(0, (await vm.Exited.WaitAsync(Soon, Token)).Code);
        await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.Agent.PingAsync(Token));
    }

    [Fact]
    public async Task Agent_that_is_killed_is_silent_and_one_that_is_started_again_answers()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(AgentGuest.Command(), Ready);
        await vm.WaitAsync(Boot.UntilSerial(TinyLinux.ReadyLine), Soon, Token);
        vm.Agent.Timeout = TimeSpan.FromSeconds(1);

        await vm.Serial.WriteAsync("killall qemu-ga; echo kil''led\n", Token);
        await vm.WaitAsync(Boot.UntilSerial("killed"), Soon, Token);
        var silent = await Assert.ThrowsAsync<GuestAgentException>(() => vm.Agent.PingAsync(Token));
        Assert.Contains("did not answer 'guest-ping' within 1 s", silent.Message, StringComparison.Ordinal);

        await vm.Serial.WriteAsync("setsid qemu-ga -m virtio-serial -p /dev/vport*p1 -t /run >/dev/null 2>&1 </dev/null &\n", Token);
        await vm.WaitAsync(Boot.UntilAgentAnswers(), Soon, Token);
        await vm.Agent.PingAsync(Token);
    }

    [Fact]
    public async Task Frozen_file_systems_are_thawed_when_the_freeze_is_disposed()
    {
        await using var host = new TestHost();
        await File.WriteAllBytesAsync(host.File("disk"), new byte[16 << 20], Token);
        await using var vm = await host.StartAsync(AgentGuest.Command("-drive", $"if=virtio,format=raw,file={host.File("disk")}"), Ready);
        Assert.Equal(0, (await vm.Agent.RunAsync("/bin/sh", ["-c", "mke2fs /dev/vda && mkdir /disk && mount -t ext4 /dev/vda /disk"], cancellationToken: Token)).ExitCode);

        Assert.False(await vm.Agent.IsFrozenAsync(Token));
        await using (var freeze = await vm.Agent.FreezeAsync(Token))
        {
            Assert.Equal(1, freeze.Count);
            Assert.True(await vm.Agent.IsFrozenAsync(Token));
            Assert.True((await Assert.ThrowsAsync<GuestAgentException>(() => vm.Agent.RunAsync("/bin/true", cancellationToken: Token))).IsRefusal);
        }

        Assert.False(await vm.Agent.IsFrozenAsync(Token));
    }

    [Fact]
    public async Task Agent_is_reached_over_a_serial_port_where_there_is_no_virtio()
    {
        await using var host = new TestHost();
        var options = new VmOptions { GuestAgent = GuestAgentPort.IsaSerial, ReadyWhen = Boot.UntilSerial(TinyLinux.ReadyLine) };
        await using var vm = await host.StartAsync(AgentGuest.Command(), options);

        await vm.Serial.WriteAsync("killall qemu-ga; setsid qemu-ga -m isa-serial -p /dev/ttyS1 -t /run >/dev/null 2>&1 </dev/null &\n", Token);
        await vm.WaitAsync(Boot.UntilAgentAnswers(), Soon, Token);

        Assert.Equal("hi\n", (await vm.Agent.RunAsync("/bin/echo", ["hi"], cancellationToken: Token)).Output);
    }

    [Fact]
    public async Task Wait_for_an_agent_that_never_comes_ends_at_its_deadline()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial });

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilAgentAnswers(), TimeSpan.FromSeconds(1), Token));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains("an answer of the guest agent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_for_an_agent_ends_with_QEMU()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial });
        var waiting = vm.WaitAsync(Boot.UntilAgentAnswers(), Soon, Token);

        await vm.KillAsync(Token);

        Assert.Equal(BootFailure.Exited, (await Assert.ThrowsAsync<BootException>(() => waiting)).Failure);
    }

    [Fact]
    public async Task VM_without_a_port_says_what_to_set()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        Assert.False(vm.HasAgent);
        Assert.Contains("VmOptions.GuestAgent", Assert.Throws<InvalidOperationException>(() => vm.Agent).Message, StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilAgentAnswers(), Soon, Token));
        Assert.Equal(BootFailure.Impossible, failure.Failure);
    }

    [Fact]
    public async Task Attached_VM_has_its_agent()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(AgentGuest.Command(), Ready with { Lifetime = TimeSpan.FromMinutes(10) });
        await first.DetachAsync(Token);

        await using var again = await host.Host.AttachAsync(first.RunDirectory, cancellationToken: Token);

        await again.Agent.PingAsync(Token);
        await again.KillAsync(Token);
    }

    [Theory]
    [InlineData("pc", "virtio-serial-pci")]
    [InlineData("q35", "virtio-serial-pci")]
    [InlineData("microvm", "virtio-serial-device")]
    public async Task Every_machine_gets_the_port_it_can_have(string machine, string device)
    {
        await using var host = new TestHost();
        var command = new RawCommand(Tools.Qemu("x86_64"), ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", machine]);
        await using var vm = await host.StartAsync(command, new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial, StartPaused = true });

        var type = await vm.Qmp.ExecuteAsync(
            "qom-get", System.Text.Json.JsonElement.Parse("""{"path": "/machine/peripheral/qdsl-agent", "property": "type"}"""), Token);
        Assert.Equal(device, type.GetString());
    }

    [Theory]
    [InlineData(GuestAgentPort.VirtioSerial, "-machine", "none")]
    [InlineData(GuestAgentPort.IsaSerial, "-machine", "virt")]
    [InlineData(GuestAgentPort.VirtioSerial, "-device", "virtserialport,name=org.qemu.guest_agent.0")]
    public async Task Port_that_cannot_be_is_refused_before_anything_is_started(GuestAgentPort port, params string[] arguments)
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.StartAsync(new RawCommand(Tools.Qemu("x86_64"), arguments), new VmOptions { GuestAgent = port }));

        Assert.Contains("VmOptions.GuestAgent", failure.Message, StringComparison.Ordinal);
        Assert.Contains("was not started", failure.Message, StringComparison.Ordinal);
    }

    private static VmOptions Ready => new() { GuestAgent = GuestAgentPort.VirtioSerial, ReadyWhen = Boot.UntilAgentAnswers() };
}
