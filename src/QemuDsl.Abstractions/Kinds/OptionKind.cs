namespace QemuDsl;


/// <summary>The kinds of options QemuDsl tells apart.</summary>
public enum OptionKind
{
    /// <summary><c>-machine</c>.</summary>
    Machine,

    /// <summary><c>-accel</c>.</summary>
    Accelerator,

    /// <summary><c>-cpu</c>.</summary>
    Cpu,

    /// <summary>Any other option.</summary>
    Switch,

    /// <summary><c>-display</c>.</summary>
    Display,

    /// <summary><c>-object</c>.</summary>
    Object,

    /// <summary><c>-chardev</c>.</summary>
    Chardev,

    /// <summary><c>-netdev</c>.</summary>
    Netdev,

    /// <summary><c>-blockdev</c>.</summary>
    Blockdev,

    /// <summary><c>-drive</c>.</summary>
    Drive,

    /// <summary><c>-fsdev</c>.</summary>
    Fsdev,

    /// <summary><c>-audiodev</c>.</summary>
    Audiodev,

    /// <summary><c>-tpmdev</c>.</summary>
    Tpmdev,

    /// <summary><c>-device</c>.</summary>
    Device,

    /// <summary>Arguments written by the user as they are.</summary>
    Raw,
}
