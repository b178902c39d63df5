namespace QemuDsl.Xunit;

/// <summary>A VM of a profile that tests share; it is started before the first of them and ended behind the last.</summary>
/// <example>
/// <code>
/// public sealed class RouterFixture : VmFixture&lt;Router&gt;
/// {
///     protected override Router CreateProfile() => new() { Uplink = new() };
/// }
///
/// public sealed class RouterTests(RouterFixture router) : VmTests&lt;RouterFixture&gt;(router), IClassFixture&lt;RouterFixture&gt;
/// {
///     [VmFact]
///     public async Task It_answers() => await Vm.Serial.WriteAsync("\n");
/// }
/// </code>
/// </example>
/// <typeparam name="TProfile">The profile.</typeparam>
public abstract class VmFixture<TProfile> : VmFixture
    where TProfile : class, IVmProfile
{
    private IVmHost? _host;
    private TProfile? _profile;

    /// <summary>The profile the VM was made from.</summary>
    public TProfile Profile => _profile ??= CreateProfile();

    /// <summary>The host it runs on.</summary>
    public IVmHost Host => _host ??= CreateHost();

    private protected sealed override bool StartsAgain => true;

    /// <summary>Makes the profile. Called once.</summary>
    protected abstract TProfile CreateProfile();

    /// <summary>The host it runs on: this machine, unless overridden. It is disposed with the fixture.</summary>
    protected virtual IVmHost CreateHost() => new LocalHost();

    /// <summary>
    /// How the VM is started and stopped. It is handed options with <see cref="VmOptions.Name"/>, <see cref="VmOptions.Artifacts"/> and, from the
    /// profile, <see cref="VmOptions.ReadyWhen"/>.
    /// </summary>
    protected virtual VmOptions ConfigureOptions(VmOptions options) => options;

    /// <summary>
    /// Why the host cannot run the VM; null when it can. Looks whether there is a QEMU that answers, unless overridden, for example to ask for a
    /// version or for KVM as well.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    protected virtual async Task<string?> WhyNotAsync(IVmHost host, CancellationToken cancellationToken)
    {
        try
        {
            await host.GetCapabilitiesAsync(Profile.ToCommand().Program, cancellationToken: cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception reason) when (reason is QemuStartException or HostException)
        {
            return reason.Message;
        }
    }

    private protected sealed override async Task<VirtualMachine> StartAsync(CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(Host, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            throw new VmUnavailableException($"{Label} cannot run on {Host.Name}: {reason}");
        }

        var options = ConfigureOptions(new VmOptions
        {
            Name = Label,
            Artifacts = ArtifactsFolder,
            ReadyWhen = Profile.ReadySerial is { } ready ? Boot.UntilSerial(ready) : null,
        });
        return await Host.StartAsync(Profile.ToCommand(), options, cancellationToken).ConfigureAwait(false);
    }

    private protected sealed override ValueTask DisposeHostAsync() =>
        _host is IAsyncDisposable connected ? connected.DisposeAsync() : ValueTask.CompletedTask;
}
