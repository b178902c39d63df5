namespace QemuDsl.Chardevs;

/// <summary>What all character devices have in common.</summary>
public abstract record CharacterDevice
{
    /// <summary>File that what the guest writes is kept in, too (<c>logfile</c>).</summary>
    public string? Logfile { get; init; }

    /// <summary>Whether that file is appended to (<c>logappend</c>).</summary>
    public bool? Logappend { get; init; }

    /// <summary>Whether several front ends share it (<c>mux</c>).</summary>
    public bool? Mux { get; init; }
}
