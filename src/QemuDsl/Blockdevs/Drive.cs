namespace QemuDsl.Blockdevs;

/// <summary>An image with its format in one option (<c>-drive if=none</c>).</summary>
/// <remarks>
/// A <c>-blockdev</c> says the same more exactly; a drive is shorter. What to do on errors (<c>werror</c>, <c>rerror</c>) is a matter of
/// the device.
/// </remarks>
[Drive]
public sealed partial record Drive
{
    /// <summary>The image, as a path or in QEMU's own grammar (<c>json:…</c>, <c>nbd://…</c>) (<c>file</c>).</summary>
    public string? File { get; init; }

    /// <summary>
    /// Format of the image, such as <c>raw</c> or <c>qcow2</c> (<c>format</c>); guessed when unset, which a guest can abuse.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>Disk or CD-ROM (<c>media</c>).</summary>
    public DriveMedia? Media { get; init; }

    /// <summary>Whether writes are refused (<c>readonly</c>).</summary>
    [Key("readonly")]
    public bool? ReadOnly { get; init; }

    /// <summary>Whether writes go to a temporary file and are lost at the end (<c>snapshot</c>).</summary>
    public bool? Snapshot { get; init; }

    /// <summary>How the host caches it (<c>cache</c>).</summary>
    public DriveCache? Cache { get; init; }

    /// <summary>How the host reads and writes (<c>aio</c>).</summary>
    public BlockdevAio? Aio { get; init; }

    /// <summary>What a discard of the guest does (<c>discard</c>).</summary>
    public BlockdevDiscard? Discard { get; init; }

    /// <summary>Whether written zeroes become holes (<c>detect-zeroes</c>).</summary>
    public BlockdevDetectZeroes? DetectZeroes { get; init; }

    /// <summary>Whether what is read from a backing file is copied into the image (<c>copy-on-read</c>).</summary>
    public bool? CopyOnRead { get; init; }

    /// <summary>Limits of speed (<c>throttling</c>).</summary>
    public ThrottleLimits? Throttling { get; init; }

    /// <summary>Name of the group that shares the limits (<c>throttling.group</c>).</summary>
    [Key("throttling.group")]
    [Requires(nameof(Throttling))]
    public QemuId? ThrottlingGroup { get; init; }
}
