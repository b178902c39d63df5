namespace QemuDsl.Runtime;

/// <summary>
/// Names <c>-device</c> takes for a type of another name. QMP does not tell them; they are QEMU's <c>qdev_alias_table</c>, which has not
/// lost a name since 2.0.
/// </summary>
internal static class DeviceAliases
{
    private static readonly string[] Transports = ["-pci", "-device", "-ccw"];

    public static IEnumerable<string> Of(string name) => name switch
    {
        "ac97" => ["AC97"],
        "ahci" => ["ich9-ahci"],
        "e1000-82540em" => ["e1000"],
        "es1370" => ["ES1370"],
        "lsi" => ["lsi53c895a"],
        _ when name.StartsWith("virtio-", StringComparison.Ordinal) => Transports.Select(transport => name + transport),
        _ => [],
    };
}
