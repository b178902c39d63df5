using QemuDsl.Objects;

namespace QemuDsl.Nfv;

/// <summary>Memory that other processes can map, as vhost-user needs it.</summary>
internal static class SharedMemory
{
    /// <exception cref="ArgumentException">A back end could not map it: QEMU starts all the same, and no packet goes through.</exception>
    public static void Require(IMemoryBackend? backend, IEnumerable<VnfInterface> interfaces)
    {
        // A memfd is shared if nothing else is said, a file and anonymous memory are not.
        var isPrivate = backend is MemoryBackendFile { Share: not true } or MemoryBackendRam { Share: not true } or MemoryBackendMemfd { Share: false };
        if (isPrivate && interfaces.OfType<VhostUserInterface>().Any())
        {
            throw new ArgumentException($"The memory backend is not shared, and the back ends of vhost-user interfaces map it. Set {nameof(HostMemoryBackend.Share)}.");
        }
    }
}
