using System.Buffers.Text;
using System.Security.Cryptography;

namespace QemuDsl.Runtime;

/// <summary>Names in a run directory, and the arguments that make QEMU use them.</summary>
/// <remarks>
/// The owner's QMP goes over a socket on which the owner listens, where that is the same machine. Elsewhere it goes over a pair of FIFOs:
/// both are there before QEMU is, so that nobody polls for them, and the host needs no program that joins a socket to a channel. Not over
/// QEMU's stdio: <c>-nographic</c> and <c>-serial stdio</c> of the user need that.
/// </remarks>
internal sealed record RunFiles(string Directory)
{
    private const int SocketPathBytes = 107;

    /// <summary>A new one. Eight random characters keep the path short: a UNIX socket's has at most 107 bytes.</summary>
    public static RunFiles Choose(string root) => new(Path.Combine(root, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(6))));

    public string SerialSocket => Path.Combine(Directory, "serial.sock");

    /// <summary>Where the owner listens for QEMU, if it does. It is gone once QEMU has come.</summary>
    public string QmpSocket => Path.Combine(Directory, "qmp.sock");

    /// <summary>A second monitor, for others than the owner: a second client of one monitor would connect and then hang.</summary>
    public string ControlSocket => Path.Combine(Directory, "ctl.sock");

    /// <summary>Where the guest agent answers, if the VM has a port for one.</summary>
    public string AgentSocket => Path.Combine(Directory, "qga.sock");

    /// <summary>Whoever writes this file leaves the VM to itself.</summary>
    public string Detached => Path.Combine(Directory, "detached");

    /// <summary>What the console of a VM with a lifetime said last.</summary>
    public string SerialLog => Path.Combine(Directory, "serial.log");

    /// <summary>What QEMU itself said last, once it was left to itself.</summary>
    public string StderrLog => Path.Combine(Directory, "stderr.log");

    public string Output => Path.Combine(Directory, "out");

    public string Screenshot => Path.Combine(Directory, "screen.png");

    public bool IsTooLong => System.Text.Encoding.UTF8.GetByteCount(SerialSocket) > SocketPathBytes;

    /// <summary>What is added to the user's arguments: a paused start, two monitors, and the console when the user has none.</summary>
    /// <param name="addConsole">Whether the console is one of them.</param>
    /// <param name="log">Whether what the console says is to be kept in a file, too.</param>
    /// <param name="connects">Whether QEMU connects to the owner.</param>
    public IEnumerable<string> Arguments(bool addConsole, bool log = false, bool connects = false)
    {
        var path = Directory.Replace(",", ",,", StringComparison.Ordinal);
        string[] monitors =
        [
            "-S",
            "-chardev", connects ? $"socket,id=qdsl-qmp,path={path}/qmp.sock" : $"pipe,id=qdsl-qmp,path={path}/qmp", "-mon", "chardev=qdsl-qmp,mode=control",
            "-chardev", $"socket,id=qdsl-ctl,path={path}/ctl.sock,server=on,wait=off", "-mon", "chardev=qdsl-ctl,mode=control",
        ];
        return !addConsole
            ? monitors
            :
            [
                .. monitors,
                "-chardev", $"socket,id=qdsl-serial,path={path}/serial.sock,server=on,wait=off{(log ? $",logfile={path}/serial,logappend=on" : "")}",
                "-serial", "chardev:qdsl-serial",
            ];
    }
}
