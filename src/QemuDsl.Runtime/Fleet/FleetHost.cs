namespace QemuDsl.Runtime;

/// <summary>A host of a <see cref="StaticFleet"/>.</summary>
/// <param name="Host">The host; it stays the caller's to dispose.</param>
/// <param name="Capacity">What of it is given out.</param>
public sealed record FleetHost(IVmHost Host, HostCapacity Capacity);
