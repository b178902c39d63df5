using QemuDsl.Devices;

namespace QemuDsl.Nfv;

/// <summary>The keys that switch each of <see cref="VirtioFeatures"/>.</summary>
internal static class VirtioFeatureKeys
{
    public static VirtioNetPci Set(VirtioNetPci device, VirtioFeatures features)
    {
        // What goes over the control queue, and QEMU offers by itself: Linux refuses a device that has these without it.
        bool? control = Has(VirtioFeatures.CtrlVq) ? null : false;
        return device with
        {
            CtrlRx = control,
            CtrlRxExtra = control,
            CtrlVlan = control,
            CtrlMacAddr = control,
            CtrlGuestOffloads = control,
            Csum = Has(VirtioFeatures.Csum),
            GuestCsum = Has(VirtioFeatures.GuestCsum),
            Gso = Has(VirtioFeatures.Gso),
            GuestTso4 = Has(VirtioFeatures.GuestTso4),
            GuestTso6 = Has(VirtioFeatures.GuestTso6),
            GuestEcn = Has(VirtioFeatures.GuestEcn),
            GuestUfo = Has(VirtioFeatures.GuestUfo),
            HostTso4 = Has(VirtioFeatures.HostTso4),
            HostTso6 = Has(VirtioFeatures.HostTso6),
            HostEcn = Has(VirtioFeatures.HostEcn),
            HostUfo = Has(VirtioFeatures.HostUfo),
            MrgRxBuf = Has(VirtioFeatures.MrgRxBuf),
            CtrlVq = Has(VirtioFeatures.CtrlVq),
            GuestAnnounce = Has(VirtioFeatures.GuestAnnounce),
            MultiQueue = Has(VirtioFeatures.Mq),
            AnyLayout = Has(VirtioFeatures.AnyLayout),
            IndirectDesc = Has(VirtioFeatures.IndirectDesc),
            Packed = Has(VirtioFeatures.Packed),
        };

        bool Has(VirtioFeatures feature) => features.HasFlag(feature);
    }
}
