using QemuDsl.Automation;

namespace QemuDsl.Xunit;

/// <summary>
/// A VM that somebody else has started and will stop, such as a build by <c>QemuDsl.MSBuild</c> or <c>qemu-dsl up</c>: tests attach to it by its record
/// and let go of it at the end. One program can be attached at a time.
/// </summary>
/// <param name="vmName">The VM's name in the build: the <c>Include</c> of its <c>QemuVm</c>.</param>
public abstract class VmRecordFixture(string vmName) : VmFixture
{
    private NamedVms? _vms;
    private VmRecord? _record;

    /// <summary>What is known of the VM: ports, process, host.</summary>
    /// <exception cref="InvalidOperationException">xUnit has not initialized the fixture.</exception>
    public VmRecord Record => _record ?? throw new InvalidOperationException($"{GetType().Name} has not been initialized.");

    /// <inheritdoc/>
    protected override string Name => vmName;

    /// <summary>The file with its record; <c>qemu-vms/NAME.json</c> beside the test assembly.</summary>
    protected virtual string RecordFile => Path.Combine(AppContext.BaseDirectory, "qemu-vms", $"{vmName}.json");

    private protected sealed override bool StartsAgain => false;

    /// <summary>How the VM is waited for and stopped.</summary>
    protected virtual VmOptions ConfigureOptions(VmOptions options) => options;

    private protected sealed override async Task<VirtualMachine> StartAsync(CancellationToken cancellationToken)
    {
        _record = await VmRecordFile.ReadAsync(RecordFile, cancellationToken).ConfigureAwait(false) ?? throw new FileNotFoundException(
            $"There is no record of a VM '{vmName}' in {RecordFile}, so nobody has started it. Set QemuVmLifetime=Test in the project of the tests, "
            + "run 'dotnet build -t:QemuStart' before them, or override RecordFile.",
            RecordFile);
        _vms = NamedVms.Open(_record);
        return await _vms.AttachAsync(_record, ConfigureOptions(new VmOptions { Artifacts = ArtifactsFolder }), cancellationToken).ConfigureAwait(false);
    }

    private protected sealed override ValueTask DisposeHostAsync() => _vms?.DisposeAsync() ?? ValueTask.CompletedTask;
}
