using QemuDsl.CompilerServices;

namespace QemuDsl;

/// <summary>Adds back ends and everything else that is not a device.</summary>
public static class AddOptionExtensions
{
    /// <summary>Adds a network back end (<c>-netdev</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, INetdev option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds a character device back end (<c>-chardev</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IChardev option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds a node of the block graph or a drive (<c>-blockdev</c>, <c>-drive</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IBlockBackend option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds a file system back end (<c>-fsdev</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IFsdev option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds an audio back end (<c>-audiodev</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IAudiodev option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds a TPM back end (<c>-tpmdev</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, ITpmdev option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds an object (<c>-object</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IQemuObject option)
        where TMachine : IMachine => OptionAppender.AppendReferable(command, option);

    /// <summary>Adds an accelerator (<c>-accel</c>); QEMU takes the first of several that works.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IAccelerator option)
        where TMachine : IMachine => OptionAppender.Append(command, option);

    /// <summary>Adds the CPU (<c>-cpu</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IX86Cpu option)
        where TMachine : IX86Machine => OptionAppender.Append(command, option);

    /// <summary>Adds the CPU (<c>-cpu</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IArmCpu option)
        where TMachine : IArmMachine => OptionAppender.Append(command, option);

    /// <summary>Adds the display (<c>-display</c>).</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IDisplay option)
        where TMachine : IMachine => OptionAppender.Append(command, option);

    /// <summary>Adds any other option.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, ISwitch option)
        where TMachine : IMachine => OptionAppender.Append(command, option);
}
