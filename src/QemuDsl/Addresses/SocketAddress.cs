namespace QemuDsl;

/// <summary>The address of a socket (<c>type=inet</c>, <c>unix</c>, <c>vsock</c> or <c>fd</c>).</summary>
[OptionPart(Discriminator = "type")]
public abstract partial record SocketAddress;
