namespace QemuDsl.Automation.Tests;

/// <summary>VMs that live on by their names, with real QEMU.</summary>
public sealed class NamedVmsTests : IAsyncDisposable
{
    private static readonly StopPlan AtOnce = StopPlan.Default with { Powerdown = TimeSpan.Zero };

    private readonly TempDirectory _folder = new();
    private readonly NamedVms _vms = NamedVms.Open(HostAddress.Local);
    private readonly List<VmRecord> _started = [];

    private string Name { get; } = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task VM_of_a_profile_lives_on_by_its_record_until_it_is_stopped()
    {
        var description = new ProfileDescription(typeof(Booted).Assembly.Location)
        {
            Profile = "Booted",
            Properties = new Dictionary<string, string> { ["Image"] = MarkerGuests.BootSector().WriteTo(_folder.FullPath) },
        };
        var described = await description.LoadAsync(TestContext.Current.CancellationToken);
        var file = _folder.File("vm.json");

        var record = await StartAsync(described.With(new VmAdditions { ForwardTcp = [5432] }), new NamedVmOptions(Name) { RecordFiles = [file] });

        Assert.Equal(record.ForwardTo(5432)!.HostPort, (await VmRecordFile.ReadAsync(file, TestContext.Current.CancellationToken))!.ForwardTo(5432)!.HostPort);
        Assert.NotNull(await _vms.FindAsync(record, TestContext.Current.CancellationToken));
        await using (var vm = await _vms.AttachAsync(record, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Contains(MarkerGuests.Marker, vm.Serial.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(await _vms.StopAsync(record, AtOnce, TestContext.Current.CancellationToken));
        Assert.Null(await _vms.StopAsync(record, AtOnce, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(record.RunDirectory));
        var gone = await Assert.ThrowsAsync<AutomationException>(() => _vms.AttachAsync(record, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(AutomationFailure.NotRunning, gone.Failure);
    }

    [Fact]
    public async Task Name_of_a_VM_that_runs_is_taken()
    {
        var record = await StartAsync(Guest(), new NamedVmOptions(Name));

        var taken = await Assert.ThrowsAsync<AutomationException>(() => StartAsync(Guest(), new NamedVmOptions(Name)));

        Assert.Equal(AutomationFailure.NameTaken, taken.Failure);
        Assert.Contains($"There is a VM called '{Name}' on local (pid {record.Pid}, since ", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_begin_at_once_under_one_name_one_stays()
    {
        var starts = Enumerable.Range(0, 4).Select(_ => StartAsync(Guest(), new NamedVmOptions(Name))).ToList();
        await Assert.ThrowsAnyAsync<QemuException>(() => Task.WhenAll(starts));

        var refusals = starts.Where(static start => start.IsFaulted).Select(static start => start.Exception!.InnerException!).ToList();
        Assert.True(refusals.Count == 3, string.Join("\n\n", refusals));
        Assert.All(refusals, static refusal => Assert.IsType<AutomationException>(refusal));
        Assert.Single(await _vms.Host.ListAsync(TestContext.Current.CancellationToken), vm => vm.Name == Name);
    }

    [Fact]
    public async Task VM_that_does_not_become_ready_leaves_nothing()
    {
        var options = new NamedVmOptions(Name) { ReadyWhen = ReadyExpression.Parse("serial:never"), Timeout = TimeSpan.FromSeconds(2), RecordFiles = [_folder.File("vm.json")] };

        var failure = await Assert.ThrowsAsync<BootException>(() => StartAsync(Guest(), options));

        Assert.Contains(MarkerGuests.Marker, failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(options.RecordFiles[0]));
        Assert.DoesNotContain(await _vms.Host.ListAsync(TestContext.Current.CancellationToken), vm => vm.Name == Name);
    }

    [Fact]
    public async Task VM_whose_record_cannot_be_written_leaves_nothing()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<AutomationException>(
            () => StartAsync(Guest(), new NamedVmOptions(Name) { RecordFiles = [_folder.File("first.json"), _folder.File("file/vm.json")] }));

        Assert.Equal(AutomationFailure.File, failure.Failure);
        Assert.False(File.Exists(_folder.File("first.json")));
        Assert.DoesNotContain(await _vms.Host.ListAsync(TestContext.Current.CancellationToken), vm => vm.Name == Name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var record in _started)
        {
            await _vms.StopAsync(record, AtOnce);
        }

        await _vms.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<VmRecord> StartAsync(DescribedVm vm, NamedVmOptions options)
    {
        var record = await _vms.StartAsync(vm, options with { Lifetime = TimeSpan.FromMinutes(5) }, TestContext.Current.CancellationToken);
        lock (_started)
        {
            _started.Add(record);
        }

        return record;
    }

    private DescribedVm Guest()
    {
        var guest = MarkerGuests.BootSector();
        var command = new RawCommand(
            Tools.Qemu("x86_64"),
            ["-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))]);
        return new DescribedVm(command) { Source = "test", ReadyWhen = ReadyExpression.Serial(MarkerGuests.Marker) };
    }
}
