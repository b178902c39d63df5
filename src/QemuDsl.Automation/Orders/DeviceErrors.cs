using System.Globalization;
using System.Text.RegularExpressions;

namespace QemuDsl.Automation;

/// <summary>Finds the device of an order that the reader of JSON complains about.</summary>
internal static partial class DeviceErrors
{
    public static AutomationException? Find(VmOrder order, AutomationException wrong)
    {
        if (wrong.InnerException is not QemuJsonException json || Device().Match(json.Path) is not { Success: true } path
            || !int.TryParse(path.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // Those of the file come first, and what is wrong with them is wrong with the file.
        var index = number - DevicesOfTheFile(order);
        return index < 0 || index >= order.Devices.Count
            ? null
            : new AutomationException(AutomationFailure.Property, wrong.Message, wrong) { Device = index, Field = Key(order.Devices[index], path.Groups[2].Value) };
    }

    private static int DevicesOfTheFile(VmOrder order) =>
        order.Json is { } file && VmOrderReader.ReadObject(file)?["devices"] is System.Text.Json.Nodes.JsonArray devices ? devices.Count : 0;

    // Written by QEMU's name or by the record's: max-bytes, MaxBytes.
    private static string? Key(VmOrderDevice device, string key) =>
        device.Values.Keys.FirstOrDefault(name => string.Equals(Plain(name), Plain(key), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^\$\.devices\[(\d+)\](?:\.([^.\[]+))?")]
    private static partial Regex Device();
}
