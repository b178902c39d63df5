namespace QemuDsl;

/// <summary>Begins commands.</summary>
public static class QemuCommand
{
    /// <summary>
    /// A command for this machine and nothing that was not asked for: <c>-nodefaults</c>, <c>-no-user-config</c> and <c>-display none</c>.
    /// A display that is added takes the place of <c>none</c>.
    /// </summary>
    public static QemuCommand<TMachine> Create<TMachine>(TMachine machine)
        where TMachine : IMachine => Bare(machine)
            .Append(new FlagOption(OptionKind.Switch, "-nodefaults", null))
            .Append(new FlagOption(OptionKind.Switch, "-no-user-config", null))
            .Append(new FlagOption(OptionKind.Display, "-display", "none"));

    /// <summary>A command for this machine with the devices, configuration files and display that QEMU adds by itself.</summary>
    public static QemuCommand<TMachine> Bare<TMachine>(TMachine machine)
        where TMachine : IMachine
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new QemuCommand<TMachine>(machine, [], Notation.KeyValue, null);
    }
}
