namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>Asks for places, and waits for those that must come.</summary>
internal static class Leases
{
    public static Task<IVmLease> Ask(IVmFleet fleet, int cpus) =>
        fleet.AcquireAsync(new VmResources { Cpus = cpus }, TestContext.Current.CancellationToken);

    /// <summary>What must come now that its way is free; a test that fails does not wait for ever.</summary>
    public static Task<T> Soon<T>(Task<T> served) => served.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
