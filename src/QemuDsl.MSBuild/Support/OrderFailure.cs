namespace QemuDsl.MSBuild;

/// <summary>What a failure of an order is about, in the words of the project that the order was written in.</summary>
internal static class OrderFailure
{
    /// <summary>Where it is written; null when nobody knows.</summary>
    public static TextPlace? Place(VmOrder order, Exception failure)
    {
        var field = (failure as AutomationException)?.Field;
        return Device(order, failure) is { } device && device.Places.Count > 0 ? Place(device.Places, field) : Place(order.Places, field);
    }

    /// <summary>The message, behind the names of what it is about.</summary>
    public static string Text(VmOrder order, Exception failure)
    {
        var device = Device(order, failure) is { } one ? $", device {one.Driver}" : "";
        var field = (failure as AutomationException)?.Field is { } name ? $", {name}" : "";
        return $"{About(order)}{device}{field}: {failure.Message}";
    }

    /// <summary>A message about the whole VM.</summary>
    public static string Text(VmOrder order, string message) => $"{About(order)}: {message}";

    private static string About(VmOrder order) => $"VM '{order.Label ?? order.Name}'";

    private static VmOrderDevice? Device(VmOrder order, Exception failure) =>
        failure is AutomationException { Device: { } index } && index < order.Devices.Count ? order.Devices[index] : null;

    private static TextPlace? Place(IReadOnlyDictionary<string, TextPlace> places, string? field) =>
        places.FirstOrDefault(place => string.Equals(place.Key, field ?? "", StringComparison.OrdinalIgnoreCase)).Value ?? places.GetValueOrDefault("");
}
