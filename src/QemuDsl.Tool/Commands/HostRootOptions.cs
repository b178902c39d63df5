using System.CommandLine;
using QemuDsl.Nfv;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>How a command line asks for a program in a VM on the host's own root.</summary>
internal sealed class HostRootOptions
{
    private static readonly string[] GuestsOwn = ["/dev", "/proc", "/run", "/sys", "/tmp"];

    public Option<bool> HostRoot { get; } = new("--host-root")
    {
        Description = "Run the program after '--' in a VM whose root is the host's, read-only, and pass on its output and exit code. Needs a kernel with 9p and its modules, and a static busybox.",
    };

    public Option<string> KernelRoot { get; } = new("--kernel-root")
    {
        Description = "Where the kernel's package is unpacked, with boot/vmlinuz-VERSION and lib/modules/VERSION; the newest is taken unless --kernel names one.", HelpName = "FOLDER",
        DefaultValueFactory = static _ => "/",
    };

    public Option<string> Busybox { get; } = new("--busybox") { Description = "A static busybox; else the one on the host's PATH.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[HostRoot, KernelRoot, Busybox])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Refuses what belongs to it when it is not asked for.</summary>
    public void Check(ParseResult parsed) => GivenOptions.CheckBelong(parsed, HostRoot, KernelRoot, Busybox);

    /// <summary>The VM.</summary>
    /// <exception cref="HostException">The host has no kernel there.</exception>
    public async Task<KernelVm> VmAsync(
        ParseResult parsed, IVmHost host, FileInfo? kernel, ByteSize memory, IReadOnlyList<string> words, CancellationToken cancellationToken) => new()
        {
            Kernel = kernel is null
            ? await KernelFiles.FindAsync(host, parsed.GetValue(KernelRoot)!, cancellationToken).ConfigureAwait(false)
            : await KernelFiles.OfImageAsync(host, kernel.FullName, parsed.GetValue(KernelRoot)!, cancellationToken).ConfigureAwait(false),
            Busybox = parsed.GetValue(Busybox),
            Memory = memory,
            KernelParameters = KernelCommandLine.Empty.Add("quiet"),
            Workload = new CommandWorkload(words[0], words.Skip(1)) { Directory = Directory(host) },
        };

    // Where the caller is, as for any program that a shell starts; the guest has no directory of another machine, and none below what is its own.
    private static string Directory(IVmHost host)
    {
        var here = Environment.CurrentDirectory;
        return host is LocalHost && !GuestsOwn.Any(own => here == own || here.StartsWith(own + "/", StringComparison.Ordinal)) ? here : "/";
    }
}
