namespace QemuDsl;

/// <summary>The id of something that is defined elsewhere. Handed out under one interface only, which says what it names.</summary>
internal sealed record IdReference(IdSpace Space, QemuId Id)
    : INetdev, IChardev, IBlockNode, IFsdev, IAudiodev, ITpmdev, IMemoryBackend, IRngBackend, IIoThread, ISecretObject, IThrottleGroup,
      IPcieBus, IIsaBus, IVirtioMmioBus, IIdeBus, IUsbBus, IScsiBus, IVirtioSerialBus, IFloppyBus
{
    QemuId? IReferable.Id => Id;

    public string BusSuffix => "";

    public int Ports => 1;
}
