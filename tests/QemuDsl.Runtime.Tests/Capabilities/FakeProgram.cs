using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Capabilities;

/// <summary>Programs in the place of QEMU: scripts that count their starts and can be found among the processes by their path.</summary>
internal sealed class FakeProgram
{
    private readonly string _path;

    private FakeProgram(string path) => _path = path;

    public string Path => _path;

    /// <summary>How often it was started.</summary>
    public int Starts => File.Exists(_path + ".starts") ? File.ReadAllLines(_path + ".starts").Length : 0;

    /// <summary>How often it was started with a guest.</summary>
    public int Guests => File.Exists(_path + ".guests") ? File.ReadAllLines(_path + ".guests").Length : 0;

    /// <summary>Where it was started with a guest.</summary>
    public string GuestDirectory => File.ReadAllLines(_path + ".guests")[^1];

    /// <summary>A FakeQemu of a mode.</summary>
    public static FakeProgram Of(TestHost host, string mode) =>
        Script(host, $"exec '{System.IO.Path.Combine(AppContext.BaseDirectory, "FakeQemu")}' {mode} \"$@\" \"$0\"");

    /// <summary>The real QEMU, started by way of a script.</summary>
    public static FakeProgram Real(TestHost host, string target = "x86_64") => Script(host, $"exec '{Tools.Qemu(target)}' \"$@\"");

    /// <summary>The real QEMU for questions, and something else for guests.</summary>
    public static FakeProgram WithGuest(TestHost host, string shell) =>
        Script(host, $"case \"$*\" in *'-machine none'*) exec '{Tools.Qemu("x86_64")}' \"$@\" ;; esac\npwd >>\"$0.guests\"\n{shell}");

    /// <summary>
    /// A real QEMU that does not see the modules of another: the unpacked one looks for them where the installed one has its own, which are
    /// of another build, and aborts.
    /// </summary>
    public static string Alone(TestHost host, QemuBinary binary)
    {
        const string Modules = "/usr/lib/x86_64-linux-gnu/qemu";
        if (binary.Name == QemuBinaries.Installed || !Directory.Exists(Modules))
        {
            return binary.Path;
        }

        if (!Environment.IsPrivilegedProcess)
        {
            Missing.Report($"only root can hide {Modules} from QEMU {binary.Name}");
        }

        return Script(host, $"exec unshare -m sh -c 'mount -t tmpfs tmpfs {Modules} && exec \"$@\"' sh '{binary.Path}' \"$@\"").Path;
    }

    public static FakeProgram Script(TestHost host, string shell)
    {
        var path = host.File($"qemu-{Guid.NewGuid():N}");
        Append(path, $"#!/bin/sh\npwd >>\"$0.starts\"\n{shell}\n");
        return new FakeProgram(path);
    }

    /// <summary>Makes it another program that does the same.</summary>
    public void Change() => Append(_path, "# newer\n");

    /// <summary>Fails when a process of it is still there.</summary>
    public Task IsGoneAsync() => Eventually.TrueAsync(() => Processes.Using(_path).Count == 0, $"no process of {_path} is left");

    // Not written by this process: a child that another test starts meanwhile would hold it open for writing, and nobody could execute it
    // ("Text file busy").
    private static void Append(string path, string text)
    {
        using var writer = Process.Start("/bin/sh", ["-c", "printf %s \"$2\" >>\"$1\" && chmod 700 \"$1\"", "sh", path, text]);
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
    }
}
