namespace QemuDsl.Tool.Tests;

/// <summary>What a check finds in a profile is printed by whatever starts it.</summary>
public sealed class FindingTests : IAsyncDisposable
{
    private static readonly string[] Doubtful = ["--assembly", Built.Tests, "--profile", "Doubtful", "--ready-serial", "never", "--timeout", "1"];

    private readonly LivingVms _vms = new();

    [Theory]
    [InlineData("run")]
    [InlineData("up", "--name", "db")]
    public async Task Warning_is_printed_and_the_VM_is_started(params string[] command)
    {
        var result = await _vms.RunAsync([.. command, .. Doubtful]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Matches("(?m)^Warning: QDV0013 -blockdev null-co", result.Errors);
        Assert.Contains("Waited for 'never' on the serial console", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("up", "--name", "db")]
    public async Task Error_is_printed_once_and_nothing_is_started(params string[] command)
    {
        var json = _vms.Folder.File("hello.json");
        await File.WriteAllTextAsync(
            json, """{ "kernel": "k", "initrd": "i", "uplink": { "driver": "virtio-net-pci", "netdev": { "type": "user" }, "rx_queue_size": 77 } }""",
            TestContext.Current.CancellationToken);

        var result = await _vms.RunAsync([.. command, "--assembly", Built.HelloVm, "--from-json", json]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("The description has errors, so QEMU was not started:", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, result.Errors.Split("QDV0003 -device virtio-net-pci, key 'rx_queue_size'").Length);
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();
}
