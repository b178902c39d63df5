namespace QemuDsl.Runtime;

/// <summary>Names in a run directory, and the arguments that make QEMU use them.</summary>
/// <remarks>
/// The owner's QMP goes over a pair of FIFOs. Not over QEMU's stdio: <c>-nographic</c> and <c>-serial stdio</c> of the user need that.
/// Not over a socket: FIFOs are there before QEMU is, so that nobody polls for them, and the host needs no program that joins a socket to
/// a channel.
/// </remarks>
internal sealed record RunFiles(string Directory)
{
    private const int SocketPathBytes = 107;

    public string SerialSocket => Path.Combine(Directory, "serial.sock");

    /// <summary>A second monitor, for others than the owner: a second client of one monitor would connect and then hang.</summary>
    public string ControlSocket => Path.Combine(Directory, "ctl.sock");

    public string Output => Path.Combine(Directory, "out");

    public string State => Path.Combine(Directory, "state.json");

    public string Screenshot => Path.Combine(Directory, "screen.png");

    public bool IsTooLong => System.Text.Encoding.UTF8.GetByteCount(SerialSocket) > SocketPathBytes;

    /// <summary>What is added to the user's arguments: a paused start, two monitors, and the console when the user has none.</summary>
    public IEnumerable<string> Arguments(bool addConsole)
    {
        var path = Directory.Replace(",", ",,", StringComparison.Ordinal);
        string[] monitors =
        [
            "-S",
            "-chardev", $"pipe,id=qdsl-qmp,path={path}/qmp", "-mon", "chardev=qdsl-qmp,mode=control",
            "-chardev", $"socket,id=qdsl-ctl,path={path}/ctl.sock,server=on,wait=off", "-mon", "chardev=qdsl-ctl,mode=control",
        ];
        return !addConsole
            ? monitors
            :
            [
                .. monitors, "-chardev", $"socket,id=qdsl-serial,path={path}/serial.sock,server=on,wait=off",
                "-serial", "chardev:qdsl-serial",
            ];
    }
}
