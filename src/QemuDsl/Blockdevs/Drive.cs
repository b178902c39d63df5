namespace QemuDsl.Blockdevs;

/// <summary>A disk's medium in the older form (<c>-drive if=none</c>).</summary>
[Drive]
public sealed partial record Drive
{
    /// <summary>File, URI, or nothing for an empty drive (<c>file</c>).</summary>
    public string? File { get; init; }

    /// <summary>Format of the image; guessed when unset, which a guest can abuse (<c>format</c>).</summary>
    public string? Format { get; init; }

    /// <summary>Disk or CD (<c>media</c>).</summary>
    public DriveMedia? Media { get; init; }

    /// <summary>How the host caches it (<c>cache</c>).</summary>
    public DriveCache? Cache { get; init; }

    /// <summary>Whether writes go to a temporary file (<c>snapshot</c>).</summary>
    public bool? Snapshot { get; init; }

    /// <summary>Whether it is only read (<c>read-only</c>).</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether it is only read when it cannot be written (<c>auto-read-only</c>).</summary>
    public bool? AutoReadOnly { get; init; }

    /// <summary>Whether others may write to it (<c>force-share</c>).</summary>
    public bool? ForceShare { get; init; }

    /// <summary>Whether what is read from the backing file is copied (<c>copy-on-read</c>).</summary>
    public bool? CopyOnRead { get; init; }

    /// <summary>How I/O is done (<c>aio</c>).</summary>
    public BlockdevAio? Aio { get; init; }

    /// <summary>Whether discards are passed on (<c>discard</c>).</summary>
    public BlockdevDiscard? Discard { get; init; }

    /// <summary>Whether zeroes are written the quick way (<c>detect-zeroes</c>).</summary>
    public BlockdevDetectZeroes? DetectZeroes { get; init; }

    /// <summary>Whether the file is locked against other QEMUs (<c>file.locking</c>).</summary>
    [Key("file.locking")]
    public OnOffAuto? Locking { get; init; }

    /// <summary>What happens on a read error (<c>rerror</c>).</summary>
    public Devices.BlockdevOnError? Rerror { get; init; }

    /// <summary>What happens on a write error (<c>werror</c>).</summary>
    public Devices.BlockdevOnError? Werror { get; init; }
}
