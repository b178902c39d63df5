using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// What a guest of a PC says about memory and CPUs that it is asked to give up: QEMU hands its word on (<c>ACPI_DEVICE_OST</c>) and, for these,
/// sends no <c>DEVICE_UNPLUG_GUEST_ERROR</c> (7.2 to 10.0).
/// </summary>
internal static class AcpiEjection
{
    // ACPI 6.5, 6.3.5 "_OST (OSPM Status Indication)": the source event is a request to eject, from QEMU or by the guest itself.
    private const long Requested = 0x3;
    private const long ByGuest = 0x103;

    /// <summary>Why the guest does not give a device up; null when the event says something else.</summary>
    public static string? Refusal(JsonElement data, string id)
    {
        var info = data.Member("info");
        if (info.Text("device") != id || info.Number("source") is not (Requested or ByGuest))
        {
            return null;
        }

        return info.Number("status") switch
        {
            0x80 => "it cannot eject such a device (_OST 0x80)",
            0x81 => "a program there uses it (_OST 0x81)",
            0x82 => "it is busy there (_OST 0x82)",
            0x83 => "what depends on it is busy there or cannot be ejected (_OST 0x83)",
            var status and >= 1 and < 0x80 => string.Create(CultureInfo.InvariantCulture, $"it failed there (_OST 0x{status:x})"),
            _ => null,
        };
    }
}
