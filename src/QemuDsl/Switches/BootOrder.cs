namespace QemuDsl.Switches;

/// <summary>What the firmware boots from (<c>-boot</c>).</summary>
[Switch("-boot")]
public sealed partial record BootOrder
{
    /// <summary>Drives as letters: a floppy, c first disk, d CD, n network (<c>order</c>).</summary>
    [Pattern("[a-p]+")]
    public string? Order { get; init; }

    /// <summary>The same, for the first boot only (<c>once</c>).</summary>
    [Pattern("[a-p]+")]
    public string? Once { get; init; }

    /// <summary>Whether there is a boot menu (<c>menu</c>).</summary>
    public bool? Menu { get; init; }

    /// <summary>Picture shown at the start (<c>splash</c>).</summary>
    public string? Splash { get; init; }

    /// <summary>How long it is shown, in milliseconds (<c>splash-time</c>).</summary>
    public uint? SplashTime { get; init; }

    /// <summary>Time until the firmware reboots after it found nothing, in milliseconds (<c>reboot-timeout</c>).</summary>
    public int? RebootTimeout { get; init; }

    /// <summary>Whether only what has a boot index is booted (<c>strict</c>).</summary>
    public bool? Strict { get; init; }
}
