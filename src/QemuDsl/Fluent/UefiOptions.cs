using System.Diagnostics.Contracts;
using QemuDsl.Blockdevs;
using QemuDsl.Machines;

namespace QemuDsl;

/// <summary>UEFI firmware, in short.</summary>
public static class UefiOptions
{
    /// <summary>Boots UEFI firmware from the machine's two flash chips (<c>pflash0</c>, <c>pflash1</c>).</summary>
    /// <param name="command">The command.</param>
    /// <param name="code">The firmware's code, such as <c>OVMF_CODE_4M.fd</c>; only read.</param>
    /// <param name="variables">A copy of its variables of this VM's own, such as of <c>OVMF_VARS_4M.fd</c>; without it they are lost at the end.</param>
    [Pure]
    public static QemuCommand<TMachine> WithUefi<TMachine>(this QemuCommand<TMachine> command, string code, string? variables = null)
        where TMachine : IFlashMachine<TMachine>
    {
        var flash = new RawBlockdev { ReadOnly = true, File = new FileBlockdev { Filename = code, ReadOnly = true } };
        var store = variables is null ? null : new RawBlockdev { File = new FileBlockdev { Filename = variables } };
        return command.WithMachine(machine => machine.WithPflash0(flash).WithPflash1(store));
    }
}
