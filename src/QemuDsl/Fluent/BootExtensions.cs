using System.Diagnostics.Contracts;
using QemuDsl.Blockdevs;
using QemuDsl.Machines;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>What a guest boots.</summary>
public static class BootExtensions
{
    /// <summary>Boots a kernel without a boot loader (<c>-kernel</c>, <c>-initrd</c>, <c>-append</c>). Earlier ones are replaced.</summary>
    /// <param name="command">The command.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="initrd">The initial RAM disk.</param>
    /// <param name="append">The kernel's command line.</param>
    [Pure]
    public static QemuCommand<TMachine> WithKernel<TMachine>(
        this QemuCommand<TMachine> command, string kernel, string? initrd = null, string? append = null)
        where TMachine : IMachine
    {
        command = command.Add(new Kernel { Path = kernel });
        command = initrd is null ? command : command.Add(new Initrd { Path = initrd });
        return append is null ? command : command.Add(new Append { CommandLine = append });
    }

    /// <summary>Boots UEFI firmware from flash (<c>pflash0</c>, <c>pflash1</c>). Takes the place of earlier firmware.</summary>
    /// <param name="command">The command.</param>
    /// <param name="code">The firmware, such as OVMF_CODE_4M.fd; never written.</param>
    /// <param name="vars">A copy of its variables, such as OVMF_VARS_4M.fd, for this guest alone; written by the guest.</param>
    [Pure]
    public static QemuCommand<TMachine> WithUefi<TMachine>(this QemuCommand<TMachine> command, string code, string? vars = null)
        where TMachine : IFlashMachine<TMachine> =>
        command.WithMachine(machine => machine
            .WithPflash0(new RawBlockdev { File = new FileBlockdev { Filename = code, ReadOnly = true }, ReadOnly = true })
            .WithPflash1(vars is null ? null : new RawBlockdev { File = new FileBlockdev { Filename = vars } }));
}
