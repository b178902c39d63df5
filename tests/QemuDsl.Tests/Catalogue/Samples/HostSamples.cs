namespace QemuDsl.Tests.Catalogue;

internal static class HostSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("directory of the host", stage => Qemu.Pc()
            .Add(new LocalFsdev
            {
                Id = "f0",
                Path = stage.Folder,
                SecurityModel = FsdevSecurityModel.MappedFile,
                ReadOnly = true,
                Writeout = FsdevWriteout.Immediate,
                Multidevs = FsdevMultidevs.Remap,
                FMode = "0644",
                DMode = "0755",
                Throttling = BlockdevSamples.TotalLimits,
            })
            .Add(new LocalFsdev { Path = stage.Folder, SecurityModel = FsdevSecurityModel.None, Throttling = BlockdevSamples.Limits })),
        new("audio", stage => Qemu.Pc()
            .Add(new NoneAudiodev { Id = "a0", TimerPeriod = 1000, In = Direction, Out = Direction })
            .Add(new WavAudiodev { Id = "a1", Path = stage.Path("out.wav"), TimerPeriod = 1000, In = Direction, Out = Direction })),
        new("TPM emulator", async stage => Qemu.Pc().Add(new EmulatorTpmdev
        {
            Id = "t0",
            Chardev = new SocketChardev
            {
                Path = await stage.ServerAsync(
                    "tpm", "swtpm", "socket", "--tpm2", "--tpmstate", $"dir={stage.Folder}", "--ctrl",
                        $"type=unixio,path={stage.Path("tpm")}"),
            },
        })),
        new("TPM of the host", stage => Qemu.Pc().Add(new PassthroughTpmdev { Id = "t0", Path = stage.File("tpm"),
            CancelPath = "/dev/null" }))
        {
            StopsAt = "is not a TPM",
        },
    ];

    private static AudioDirection Direction => new()
    {
        MixingEngine = true, FixedSettings = true, Frequency = 48_000, Channels = 2, Voices = 1, Format = AudioFormat.S16,
        BufferLength = 20_000,
    };
}
