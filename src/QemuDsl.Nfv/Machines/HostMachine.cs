using System.Runtime.InteropServices;
using QemuDsl.Machines;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>The machine and the QEMU of a host, for descriptions that leave them to it.</summary>
internal static class HostMachine
{
    /// <summary>The machine that was asked for, or the one of the host's architecture.</summary>
    /// <exception cref="HostException">There is none for it.</exception>
    public static async Task<GuestMachine> ChooseAsync(IVmHost host, GuestMachine wanted, CancellationToken cancellationToken)
    {
        if (wanted != GuestMachine.OfHost)
        {
            return wanted;
        }

        var architecture = (await host.RunAsync(new HostCommand("uname", ["-m"]), cancellationToken).ConfigureAwait(false)).Output.Trim();
        return Of(architecture) ?? throw new HostException(
            host.Name, $"its architecture is '{architecture}', and there are machines of x86_64 and aarch64 only here. Set {nameof(KernelVm.Machine)} if it runs one all the same.");
    }

    /// <summary>The machine that was asked for, or the one of this machine's architecture.</summary>
    /// <exception cref="ArgumentException">There is none for it.</exception>
    public static GuestMachine Here(GuestMachine wanted) => wanted != GuestMachine.OfHost ? wanted : RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => GuestMachine.Pc,
        Architecture.Arm64 => GuestMachine.Virt,
        var other => throw new ArgumentException($"This machine's architecture is {other}, which no machine here has. Name the machine.", nameof(wanted)),
    };

    /// <summary>The machine of an architecture, as <c>uname -m</c> names it; null when there is none.</summary>
    public static GuestMachine? Of(string architecture) => architecture switch
    {
        "x86_64" => GuestMachine.Pc,
        "aarch64" => GuestMachine.Virt,
        _ => null,
    };

    /// <exception cref="ArgumentException">The machine has no such interrupt controller.</exception>
    public static void Check(GuestMachine machine, GicVersion? gic)
    {
        if (gic is not null && machine is (GuestMachine.Pc or GuestMachine.Q35))
        {
            throw new ArgumentException($"{nameof(KernelVm.GicVersion)} is of Arm machines, and {nameof(KernelVm.Machine)} is {machine}. Leave one of them out.");
        }
    }

    /// <summary>The version of the host's QEMU, where it matters: only the unit of reconnecting depends on it.</summary>
    public static async Task<QemuVersion?> VersionAsync(
        IVmHost host, IQemuCommand command, IEnumerable<VnfInterface> interfaces, CancellationToken cancellationToken) =>
        interfaces.OfType<VhostUserInterface>().Any(static nic => nic.Reconnect is not null)
            ? (await host.GetCapabilitiesAsync(command.Program, cancellationToken: cancellationToken).ConfigureAwait(false)).Version
            : null;
}
