using System.Text.Json;

namespace QemuDsl;

/// <summary>A whole VM as one record. Implemented by the generator for <see cref="VmProfileAttribute{TMachine}"/> records.</summary>
public interface IVmProfile
{
    /// <summary>The command that runs it.</summary>
    IQemuCommand ToCommand();

    /// <summary>A regular expression the guest writes to its serial console when it has booted; null when the profile does not tell.</summary>
    string? ReadySerial { get; }

    /// <summary>Writes the profile as JSON; secrets are left out.</summary>
    void WriteJson(Utf8JsonWriter writer);
}
