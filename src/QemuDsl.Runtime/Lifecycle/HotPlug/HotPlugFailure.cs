namespace QemuDsl.Runtime;

/// <summary>Why something could not be plugged in or out.</summary>
public enum HotPlugFailure
{
    /// <summary>It can be there only from the start on; nothing was sent, or QEMU said so and nothing was changed.</summary>
    NotHotPluggable,

    /// <summary>The record breaks a rule; nothing was sent.</summary>
    Invalid,

    /// <summary>QEMU refused; what had been added for it is gone again.</summary>
    Refused,

    /// <summary>The guest refused to give a device up (event <c>DEVICE_UNPLUG_GUEST_ERROR</c>).</summary>
    GuestRefused,

    /// <summary>The guest did not say that it gave a device up; QEMU still waits for it.</summary>
    NotAcknowledged,
}
