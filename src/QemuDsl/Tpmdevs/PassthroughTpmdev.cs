namespace QemuDsl.Tpmdevs;

/// <summary>The TPM of the host (<c>-tpmdev passthrough</c>).</summary>
/// <remarks>Needs the right to open it.</remarks>
[Tpmdev("passthrough")]
public sealed partial record PassthroughTpmdev
{
    /// <summary>The device (<c>path</c>).</summary>
    public string? Path { get; init; }

    /// <summary>File in sysfs that cancels commands (<c>cancel-path</c>).</summary>
    public string? CancelPath { get; init; }
}
