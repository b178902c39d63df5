namespace QemuDsl.Xunit;

/// <summary>Tests of a VM: each finds it clean, has its console and events in the output, and attaches the evidence when it fails.</summary>
/// <typeparam name="TFixture">The fixture; the class also names it by <see cref="IClassFixture{TFixture}"/>, or a collection or the assembly does.</typeparam>
/// <param name="fixture">The fixture.</param>
public abstract class VmTests<TFixture>(TFixture fixture) : IAsyncLifetime
    where TFixture : VmFixture
{
    private VmTestScope? _scope;

    /// <summary>The fixture.</summary>
    protected TFixture Fixture { get; } = fixture;

    /// <summary>The VM.</summary>
    protected VirtualMachine Vm => Fixture.Vm;

    /// <summary>Begins a test. Called by xUnit; an override calls this first.</summary>
    public virtual async ValueTask InitializeAsync() =>
        _scope = await Fixture.EnterTestAsync(TestContext.Current.CancellationToken).ConfigureAwait(false);

    /// <summary>Ends it. Called by xUnit; an override calls this last.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }
}
