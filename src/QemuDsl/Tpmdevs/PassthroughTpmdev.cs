namespace QemuDsl.Tpmdevs;

/// <summary>The TPM of the host (<c>-tpmdev passthrough</c>).</summary>
/// <remarks>Nobody else may have the device open.</remarks>
[Tpmdev("passthrough")]
public sealed partial record PassthroughTpmdev
{
    /// <summary>Its device (<c>path</c>); <c>/dev/tpm0</c> when unset.</summary>
    public string? Path { get; init; }

    /// <summary>File in sysfs that cancels a command (<c>cancel-path</c>).</summary>
    public string? CancelPath { get; init; }
}
