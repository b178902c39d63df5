using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>The sample does what it shows, with this machine as the other one.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task RemoteHost_boots_a_VM_behind_sshd()
    {
        Tools.Qemu("x86_64");
        var linux = TinyLinux.Require();
        var server = SshServer.Running.Require();
        await using var folder = new TempDirectory();
        await File.WriteAllTextAsync(folder.File("config"), server.Configuration("lab"), TestContext.Current.CancellationToken);

        var said = await ChildProcess.RunAsync(
            "dotnet", [Checkout.Built("samples/RemoteHost", "RemoteHost.dll"), "lab", linux.Kernel, linux.Initrd, folder.File("config")], TestContext.Current.CancellationToken);

        Assert.Matches(@"^lab runs the VM as process \d+\nLinux \S+ says 42\s*$", said.ReplaceLineEndings("\n"));
    }
}
