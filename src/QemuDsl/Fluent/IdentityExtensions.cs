using System.Diagnostics.Contracts;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>What a guest is called.</summary>
public static class IdentityExtensions
{
    /// <summary>Names the guest (<c>-name guest=…</c>). An earlier name is replaced.</summary>
    [Pure]
    public static QemuCommand<TMachine> WithName<TMachine>(this QemuCommand<TMachine> command, string name)
        where TMachine : IMachine => command.Add(new VmName { Guest = name });
}
