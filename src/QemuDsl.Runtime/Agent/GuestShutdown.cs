namespace QemuDsl.Runtime;

/// <summary>What a guest is to do when it shuts down.</summary>
public enum GuestShutdown
{
    /// <summary>Power off.</summary>
    Powerdown,

    /// <summary>Halt, with the power left on.</summary>
    Halt,

    /// <summary>Boot again.</summary>
    Reboot,
}
