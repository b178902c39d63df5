using QemuDsl.Automation;

namespace QemuDsl.Tool.Doctor;

/// <summary>Commands that bring what is missing, on Debian and its kin.</summary>
internal static class Remedies
{
    public const string UtilLinux = "apt-get install util-linux";

    public const string QemuImg = "apt-get install qemu-utils";

    public const string HugePages = "sysctl -w vm.nr_hugepages=512";

    /// <summary>A device that opens and runs nothing is mostly that of a virtual machine on a host that does not pass on what KVM needs.</summary>
    public const string NestedKvm = "modprobe -r kvm_intel && modprobe kvm_intel nested=1    # kvm_amd on AMD; on the machine that this one is a guest of";

    /// <summary>As many as sshd allows when nothing is said.</summary>
    public const string Sessions = "echo 'MaxSessions 10' >/etc/ssh/sshd_config.d/90-qemu-dsl.conf && systemctl reload ssh";

    /// <summary>Ends the start-up file of a bash that nobody types in.</summary>
    public const string QuickLogin = "sed -i '1i [ -z \"$PS1\" ] && return' ~/.bashrc";

    public const string JoinPython = "apt-get install python3";

    /// <summary>The package of a QEMU program.</summary>
    public static string Qemu(string program) => program switch
    {
        "qemu-system-x86_64" or "qemu-system-i386" => "apt-get install qemu-system-x86",
        "qemu-system-aarch64" or "qemu-system-arm" => "apt-get install qemu-system-arm",
        _ => "apt-get install qemu-system",
    };

    /// <summary>Tells why a host is not reached, or makes the directory nobody could make.</summary>
    public static string Reach(HostAddress address) =>
        address.Ssh is { } ssh
            ? $"ssh -v {(ssh.Port is { } port ? $"-p {port} " : "")}{(ssh.User is { } user ? $"{user}@" : "")}{ssh.Host} true"
            : "export XDG_RUNTIME_DIR=/run/user/$(id -u)";
}
