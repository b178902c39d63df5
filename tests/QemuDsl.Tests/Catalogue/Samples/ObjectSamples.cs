namespace QemuDsl.Tests.Catalogue;

internal static class ObjectSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("memory of the host's choice", _ => Qemu.Pc().Add(new MemoryBackendRam
        {
            Id = "m0",
            Size = 16.MiB(),
            Share = true,
            Prealloc = true,
            PreallocThreads = 2,
            HostNodes = "0",
            Policy = HostMemoryPolicy.Bind,
            Merge = false,
            Dump = false,
            Reserve = true,
        })),
        new("memory in a file", stage => Qemu.Pc().Add(new MemoryBackendFile
        {
            Id = "m0",
            MemPath = stage.Path("mem"),
            Size = 16.MiB(),
            Align = 2.MiB(),
            DiscardData = true,
            Pmem = false,
            ReadOnly = false,
            Share = true,
            Prealloc = false,
            HostNodes = "0",
            Policy = HostMemoryPolicy.Preferred,
            Merge = false,
            Dump = false,
            Reserve = true,
        })),
        new("memory in an anonymous file", _ => Qemu.Pc().Add(new MemoryBackendMemfd
        {
            Id = "m0",
            Size = 16.MiB(),
            HugeTlb = false,
            Seal = true,
            Share = true,
            Prealloc = false,
            HostNodes = "0",
            Policy = HostMemoryPolicy.Interleave,
            Merge = false,
            Dump = false,
            Reserve = true,
        })),
        new("memory taken by threads of a context", stage => Qemu.Pc()
            .AddRaw("-object", "thread-context,id=t0")
            .WithNotation(Notation.KeyValue)
            .Add(new MemoryBackendRam { Size = 4.MiB(), Prealloc = true, PreallocThreads = 1, PreallocContext = "t0" })
            .Add(new MemoryBackendFile { MemPath = stage.Path("mem"), Size = 4.MiB(), Prealloc = true, PreallocThreads = 1,
                PreallocContext = "t0" })
            .Add(new MemoryBackendMemfd { Size = 4.MiB(), Prealloc = true, PreallocThreads = 1, PreallocContext = "t0" })),
        new("huge pages of one size", _ => Qemu.Pc().Add(new MemoryBackendMemfd { Size = 64.GiB(), HugeTlb = true, HugeTlbSize = 2.MiB() }))
        {
            StopsAt = "Cannot allocate memory|failed to create memfd|insufficient",
        },
        new("memory in a file, newer keys", stage => Qemu.Pc().Add(new MemoryBackendFile
        {
            MemPath = stage.File("mem", 4 << 20), Size = 2.MiB(), Offset = 2.MiB(), Rom = OnOffAuto.Auto, Share = true,
        }))
        {
            Since = new(8, 2),
        },
        new("random numbers", _ => Qemu.Pc()
            .Add(new RngRandom { Id = "r0", Filename = "/dev/urandom" })
            .Add(new RngBuiltin { Id = "r1" })),
        new("I/O thread", _ => Qemu.Pc().Add(new IoThread
        {
            Id = "t0", PollMaxNs = 1000, PollGrow = 2, PollShrink = 2, AioMaxBatch = 8, ThreadPoolMin = 1, ThreadPoolMax = 8,
        })),
        new("secret", _ => Qemu.Pc().Add(new Secret { Id = "s0", Data = "a, secret", Format = SecretFormat.Raw })),
        new("encrypted secret", stage =>
        {
            File.WriteAllText(stage.Path("key"), Convert.ToBase64String(new byte[32]));
            File.WriteAllText(stage.Path("data"), Convert.ToBase64String(new byte[16]));
            var key = new Secret { File = stage.Path("key"), Format = SecretFormat.Base64 };
            var iv = Convert.ToBase64String(new byte[16]);
            return Qemu.Pc().Add(new Secret { File = stage.Path("data"), Format = SecretFormat.Base64, KeyId = key, Iv = iv });
        })
        {
            StopsAt = "Incorrect number of padding bytes",
        },
        new("throttle group", _ => Qemu.Pc()
            .Add(new ThrottleGroup
            {
                Id = "g0",
                BpsRead = 1 << 20,
                BpsReadMax = 1 << 21,
                BpsReadMaxLength = 2,
                BpsWrite = 1 << 20,
                BpsWriteMax = 1 << 21,
                BpsWriteMaxLength = 2,
                IopsRead = 100,
                IopsReadMax = 200,
                IopsReadMaxLength = 2,
                IopsWrite = 100,
                IopsWriteMax = 200,
                IopsWriteMaxLength = 2,
                IopsSize = 4096,
            })
            .Add(new ThrottleGroup
            {
                BpsTotal = 1 << 20, BpsTotalMax = 1 << 21, BpsTotalMaxLength = 2, IopsTotal = 100, IopsTotalMax = 200,
                    IopsTotalMaxLength = 2,
            })),
    ];
}
