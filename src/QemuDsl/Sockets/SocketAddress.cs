namespace QemuDsl;

/// <summary>Where a socket is.</summary>
[OptionPart(Discriminator = "type")]
public abstract partial record SocketAddress;
