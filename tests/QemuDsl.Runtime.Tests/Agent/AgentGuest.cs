using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A Linux with a guest agent, booted once for the tests of a class.</summary>
public sealed class AgentGuest : IAsyncLifetime
{
    private TestHost? _host;
    private VirtualMachine? _vm;

    public VirtualMachine Vm => _vm!;

    internal static RawCommand Command(params string[] more) => TestHost.Empty(
    [
        .. TinyLinux.Require().BootArguments,
        "-netdev", "user,id=net0", "-device", "virtio-net-pci,netdev=net0,id=nic0,mac=52:54:00:aa:bb:01",
        "-netdev", "user,id=net1", "-device", "virtio-net-pci,netdev=net1",
        .. more,
    ]);

    public async ValueTask InitializeAsync()
    {
        _host = new TestHost();
        var options = new VmOptions { GuestAgent = GuestAgentPort.VirtioSerial, ReadyWhen = Boot.UntilAgentAnswers() };
        _vm = await _host.Host.StartAsync(Command(), options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_vm is not null)
        {
            await _vm.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
