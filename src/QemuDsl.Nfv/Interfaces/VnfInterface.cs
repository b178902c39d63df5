namespace QemuDsl.Nfv;

/// <summary>An interface of a network function, as it is asked for: <see cref="VhostUserInterface"/> or <see cref="VfioInterface"/>.</summary>
public abstract record VnfInterface
{
    private protected VnfInterface()
    {
    }

    /// <summary>
    /// Where the guest finds it; the first slot from its number and five on that nobody else has when null, so that interfaces 1 and 2 are
    /// <c>0000:00:06.0</c> and <c>0000:00:07.0</c>.
    /// </summary>
    public PciAddress? Address { get; init; }
}
