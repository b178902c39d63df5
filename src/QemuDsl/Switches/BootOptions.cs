namespace QemuDsl.Switches;

/// <summary>What the firmware boots (<c>-boot</c>).</summary>
[Switch("-boot")]
public sealed partial record BootOptions
{
    /// <summary>Drives in order: floppy <c>a</c>, disk <c>c</c>, CD-ROM <c>d</c>, network <c>n</c> (<c>order</c>).</summary>
    [Pattern("[a-p]+")]
    public string? Order { get; init; }

    /// <summary>The same, for the first boot only (<c>once</c>).</summary>
    [Pattern("[a-p]+")]
    public string? Once { get; init; }

    /// <summary>Whether the boot menu is offered (<c>menu</c>).</summary>
    public bool? Menu { get; init; }

    /// <summary>Picture shown meanwhile (<c>splash</c>).</summary>
    public string? Splash { get; init; }

    /// <summary>Milliseconds it is shown (<c>splash-time</c>).</summary>
    [Range(0, 65535)]
    public int? SplashTime { get; init; }

    /// <summary>Milliseconds until the guest reboots when nothing boots; -1 never (<c>reboot-timeout</c>).</summary>
    [Range(-1, 65535)]
    public int? RebootTimeout { get; init; }

    /// <summary>Whether only devices with a <c>bootindex</c> are tried (<c>strict</c>).</summary>
    public bool? Strict { get; init; }
}
