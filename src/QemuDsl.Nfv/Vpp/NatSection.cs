namespace QemuDsl.Nfv;

/// <summary>How VPP translates addresses (<c>nat</c>).</summary>
[Section("nat")]
public sealed partial record NatSection
{
    /// <summary>Sessions are told apart by both ends (<c>endpoint-dependent</c>).</summary>
    public bool EndpointDependent { get; init; }

    /// <summary>Outside addresses follow from inside ones (<c>deterministic</c>).</summary>
    [Conflicts(nameof(EndpointDependent))]
    public bool Deterministic { get; init; }
}
