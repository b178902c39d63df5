using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Xunit;

/// <summary>
/// A VM that tests share: of a class, a collection or the assembly, by where xUnit is told of it. Derive from <see cref="VmFixture{TProfile}"/> to
/// start one, or from <see cref="VmRecordFixture"/> to use one that a build has started.
/// </summary>
public abstract class VmFixture : IAsyncLifetime
{
    /// <summary>An environment variable: set to <c>1</c>, tests whose VM this machine cannot run fail instead of being skipped.</summary>
    public const string RequiredVariable = "QEMU_DSL_VMS_REQUIRED";

    private readonly VmOutput _output = new();

    [SuppressMessage("Usage", "CA2213", Justification = "It has no wait handle to free, and a test that is still waiting for its turn must be able to.")]
    private readonly SemaphoreSlim _turn = new(1, 1);

    [SuppressMessage("Usage", "CA2213", Justification = "EndAsync takes it out and disposes it.")]
    private FollowedVm? _vm;
    private Exception? _failure;
    private bool _isClean;

    private protected VmFixture()
    {
    }

    /// <summary>The VM. A test that looks at it where it cannot run is skipped with the reason.</summary>
    /// <exception cref="VmUnavailableException">This machine, or the host, cannot run it.</exception>
    /// <exception cref="InvalidOperationException">There is none: it could not be started anew, or xUnit has not initialized the fixture.</exception>
    public VirtualMachine Vm => _vm?.Vm ?? (_failure is VmUnavailableException unavailable ? throw unavailable : throw NoVm());

    /// <summary>What the VM is called in test output, attachments and the host's list of VMs; several may be called the same.</summary>
    protected virtual string Name => GetType().Name;

    /// <summary>Under which folder the evidence of failed tests and boots is kept; <c>vm-artifacts</c> beside the test assembly.</summary>
    protected virtual string ArtifactsFolder => Path.Combine(AppContext.BaseDirectory, "vm-artifacts");

    /// <summary>
    /// The snapshot that is saved when the VM is ready and gone back to before every further test, which then have the VM one at a time; none when
    /// null. The VM needs a qcow2 disk for it, and none that can be written and is not qcow2.
    /// </summary>
    protected virtual string? CleanSnapshot => null;

    private protected string Label => Name;

    /// <summary>Starts the VM, or finds it. Called by xUnit.</summary>
    public async ValueTask InitializeAsync()
    {
        try
        {
            await OpenAsync(TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
        catch (VmUnavailableException reason) when (!VmUnavailableException.IsFailure)
        {
            _failure = reason;
        }
        catch
        {
            // xUnit does not dispose a fixture whose initialization failed.
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Begins a test: takes the VM back to <see cref="CleanSnapshot"/>, or starts it anew if the last test has ended it, and sends its console and
    /// events to the test's output. Called by <see cref="VmTests{TFixture}"/>; for test classes that cannot derive from it.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>To be disposed when the test is over: it then collects the evidence of one that failed.</returns>
    /// <exception cref="VmUnavailableException">This machine, or the host, cannot run the VM.</exception>
    public async Task<VmTestScope> EnterTestAsync(CancellationToken cancellationToken = default)
    {
        var test = TestContext.Current;
        var turn = CleanSnapshot is null ? null : _turn;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await MakeCleanAsync(test.TestOutputHelper, cancellationToken).ConfigureAwait(false);
            var sink = _output.Add(test.TestOutputHelper, Name);
            if (turn is null)
            {
                _turn.Release();
            }

            return new VmTestScope(Vm, new VmAttachments(Name, ArtifactsFolder), sink, turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Ends the VM, or lets go of it. Called by xUnit.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            await DisposeHostAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Whether a VM that a test has ended can be started anew.</summary>
    private protected abstract bool StartsAgain { get; }

    private protected abstract Task<VirtualMachine> StartAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DisposeHostAsync();

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        _vm = new FollowedVm(await StartAsync(cancellationToken).ConfigureAwait(false), _output);
        if (CleanSnapshot is { } snapshot)
        {
            await Vm.SaveSnapshotAsync(snapshot, cancellationToken: cancellationToken).ConfigureAwait(false);
            _isClean = true;
        }
    }

    private async Task MakeCleanAsync(ITestOutputHelper? output, CancellationToken cancellationToken)
    {
        if (Vm.Exited.IsCompleted && StartsAgain)
        {
            output?.WriteLine($"{Name}: an earlier test ended the VM (QEMU {await Vm.Exited.ConfigureAwait(false)}); it is started anew.");
            await StartAnewAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (CleanSnapshot is { } snapshot && !_isClean)
        {
            var began = Stopwatch.GetTimestamp();
            await Vm.LoadSnapshotAsync(snapshot, cancellationToken: cancellationToken).ConfigureAwait(false);
            output?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: back at '{snapshot}' in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s."));
        }

        _isClean = false;
    }

    // A start that fails is tried once: every further test is told the same, and at once.
    private async Task StartAnewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EndAsync().ConfigureAwait(false);
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _failure = failure;
            await EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask EndAsync()
    {
        // Forgotten first, so that nobody meets one that is half gone.
        if (Interlocked.Exchange(ref _vm, null) is { } vm)
        {
            await vm.DisposeAsync().ConfigureAwait(false);
        }
    }

    private InvalidOperationException NoVm() => _failure is { } failure
        ? new($"{GetType().Name}: an earlier test ended the VM, and it could not be started anew. {failure.Message}", failure)
        : new($"{GetType().Name} has not been initialized: let xUnit make it, by IClassFixture<{GetType().Name}>, a collection or [assembly: AssemblyFixture].");
}
