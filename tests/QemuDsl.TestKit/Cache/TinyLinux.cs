namespace QemuDsl.TestKit;

/// <summary>A Linux that boots in about four seconds under TCG: busybox, guest agent, dropbear; built by <c>eng/tiny-linux.sh</c>.</summary>
/// <remarks>
/// The console is a shell. With a virtio-serial port org.qemu.guest_agent.0 the agent answers, with a NIC it asks for a lease,
/// with a public key in fw_cfg <c>opt/qdsl/key</c> (or <c>qdsl.key=type,base64</c> on the kernel command line) root may log in by SSH.
/// </remarks>
public sealed class TinyLinux
{
    private TinyLinux(string folder)
    {
        Kernel = Path.Combine(folder, "vmlinuz");
        Initrd = Path.Combine(folder, "initrd");
    }

    /// <summary>Said on the console when the shell reads commands; agent and SSH server have been started by then.</summary>
    public const string ReadyLine = "tiny-linux ready";

    /// <summary>Kernel command line (<c>-append</c>) for a console on COM1.</summary>
    public const string Append = "console=ttyS0 quiet";

    /// <summary>Path for <c>-kernel</c>.</summary>
    public string Kernel { get; }

    /// <summary>Path for <c>-initrd</c>.</summary>
    public string Initrd { get; }

    /// <summary>Arguments that boot it with its console on COM1.</summary>
    public IReadOnlyList<string> BootArguments => ["-cpu", "max", "-m", "256", "-kernel", Kernel, "-initrd", Initrd, "-append", Append];

    /// <summary>The built image; without it the test is skipped, on CI failed.</summary>
    public static TinyLinux Require()
    {
        var linux = new TinyLinux(Path.Combine(CacheFolder.FullPath, "tiny-linux"));
        if (!File.Exists(linux.Kernel) || !File.Exists(linux.Initrd))
        {
            Missing.Report($"tiny Linux is not in {CacheFolder.FullPath}: run eng/tiny-linux.sh");
        }

        return linux;
    }
}
