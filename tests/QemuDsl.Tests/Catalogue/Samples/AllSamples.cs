namespace QemuDsl.Tests.Catalogue;

internal static class AllSamples
{
    private static readonly (string Section, IEnumerable<Sample> Samples)[] Sections =
    [
        ("machines", MachineSamples.All),
        ("virtio", VirtioSamples.All),
        ("virtio screens", VirtioScreenSamples.All),
        ("virtio disks", VirtioDiskSamples.All),
        ("shared directories", SharedDirectorySamples.All),
        ("storage", StorageSamples.All),
        ("usb", UsbSamples.All),
        ("pci", PciSamples.All),
        ("board", BoardSamples.All),
        ("netdevs", NetdevSamples.All),
        ("chardevs", ChardevSamples.All),
        ("blockdevs", BlockdevSamples.All),
        ("objects", ObjectSamples.All),
        ("host", HostSamples.All),
        ("displays", DisplaySamples.All),
        ("switches", SwitchSamples.All),
    ];

    public static IEnumerable<Sample> All =>
        Sections.SelectMany(static section => section.Samples.Select(sample => sample with { Name = $"{section.Section}: {sample.Name}" }));

    public static Sample Named(string name) => All.Single(sample => sample.Name == name);
}
