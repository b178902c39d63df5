namespace QemuDsl.Nfv;

/// <summary>VPP's command line.</summary>
[Tool("vpp")]
public sealed partial record VppCommand
{
    /// <summary>File of the start-up configuration (<c>-c</c>).</summary>
    [Key("-c")]
    public required string Configuration { get; init; }
}
