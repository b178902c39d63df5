namespace XunitSuite;

/// <summary>What the guest and QEMU say comes out with the test.</summary>
public sealed class OutputSuite(SectorFixture sector) : VmTests<SectorFixture>(sector), IClassFixture<SectorFixture>
{
    [VmFact]
    public async Task Says_it_again()
    {
        await Vm.ResetAsync(TestContext.Current.CancellationToken);
        while (TestContext.Current.TestOutputHelper!.Output is var said && !(said.Contains("serial] QDSL-READY", StringComparison.Ordinal) && said.Contains("qmp] RESET", StringComparison.Ordinal)))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

/// <summary>Evidence is attached.</summary>
public sealed class FailingSuite(SectorFixture sector) : VmTests<SectorFixture>(sector), IClassFixture<SectorFixture>
{
    [VmFact]
    public void Fails() => Assert.Fail("as it should");

    [VmFact]
    public void Passes() => Assert.False(Vm.Exited.IsCompleted);
}

/// <summary>The VM cannot run here.</summary>
public sealed class MissingSuite(MissingFixture missing) : IClassFixture<MissingFixture>
{
    [VmFact]
    public void Fact_of_a_VM() => Assert.NotNull(missing.Vm);

    [VmTheory]
    [InlineData(1)]
    public void Theory_of_a_VM(int number) => Assert.Equal(number, missing.Vm.Pid);

    [Fact]
    public void Any_fact() => Assert.NotNull(missing.Vm);

    [VmFact(Program = "qemu-system-nobody")]
    public void Program_of_its_own() => Assert.Fail("nobody has it");
}

/// <summary>The same, by the base class.</summary>
public sealed class MissingTestsSuite(MissingFixture missing) : VmTests<MissingFixture>(missing), IClassFixture<MissingFixture>
{
    [VmFact]
    public void Never_runs() => Assert.Fail("it ran");
}

/// <summary>The VM does not boot.</summary>
public sealed class BrokenSuite(BrokenFixture broken) : VmTests<BrokenFixture>(broken), IClassFixture<BrokenFixture>
{
    [VmFact]
    public void Never_runs() => Assert.Fail("it ran");
}

/// <summary>The VM cannot be taken back.</summary>
public sealed class DisklessSuite(DisklessFixture diskless) : VmTests<DisklessFixture>(diskless), IClassFixture<DisklessFixture>
{
    [VmFact]
    public void Never_runs() => Assert.Fail("it ran");
}

/// <summary>Whichever comes second finds a new VM.</summary>
public sealed class EndedSuite(SectorFixture sector) : VmTests<SectorFixture>(sector), IClassFixture<SectorFixture>
{
    [VmTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ends_it(int number)
    {
        Assert.True(number is 1 or 2);
        Assert.False(Vm.Exited.IsCompleted);
        await Vm.KillAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>The second finds no VM, and why; so does the third.</summary>
public sealed class BootsOnceSuite(BootsOnceFixture sector) : VmTests<BootsOnceFixture>(sector), IClassFixture<BootsOnceFixture>
{
    [VmTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Ends_it(int number)
    {
        Assert.InRange(number, 1, 3);
        await Vm.KillAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>Two programs have one at the same time.</summary>
public sealed class MeetingSuite(ForwardedFixture forwarded) : VmTests<ForwardedFixture>(forwarded), IClassFixture<ForwardedFixture>
{
    [VmFact]
    public async Task Meets_another()
    {
        var port = Assert.Single(await Vm.GetForwardsAsync(TestContext.Current.CancellationToken)).HostPort;
        TestContext.Current.TestOutputHelper!.WriteLine($"port {port}, directory {Vm.RunDirectory}.");
        await File.WriteAllTextAsync(Path.Combine(Given.File("SUITE_MEETING"), $"{Vm.Pid}"), "", TestContext.Current.CancellationToken);
        while (Directory.GetFiles(Given.File("SUITE_MEETING")).Length < 2)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(Vm.Exited.IsCompleted);
    }
}

/// <summary>Whichever comes second finds nothing of the other.</summary>
public sealed class CleanSuite(LinuxFixture linux) : VmTests<LinuxFixture>(linux), IClassFixture<LinuxFixture>
{
    [VmTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Finds_it_clean_and_leaves_it_dirty(int number)
    {
        await Vm.Serial.WriteAsync($"ls /dirty; touch /dirty; ls /dirty; echo done-$(({number}+40))\n");
        await Vm.WaitAsync(Boot.UntilSerial($"done-{number + 40}"), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var said = Vm.Serial.Text[Vm.Serial.Text.LastIndexOf($"echo done-$(({number}+40))", StringComparison.Ordinal)..];
        Assert.Contains("No such file", said, StringComparison.Ordinal);
    }
}

/// <summary>Somebody else's VM.</summary>
public sealed class RecordSuite(RecordFixture record) : VmTests<RecordFixture>(record), IClassFixture<RecordFixture>
{
    [VmFact]
    public async Task Attaches()
    {
        await Vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);
        Assert.Equal(Fixture.Record.Pid, Vm.Pid);
    }
}

/// <summary>One class of a collection.</summary>
[Collection(nameof(PairFixture))]
public sealed class FirstOfPairSuite(SectorFixture sector, SharedFixture shared) : VmTests<SectorFixture>(sector)
{
    [VmFact]
    public void Tells_its_VMs() => TestContext.Current.TestOutputHelper!.WriteLine($"collection {Vm.Pid}, assembly {shared.Vm.Pid}.");
}

/// <summary>The other class of it.</summary>
[Collection(nameof(PairFixture))]
public sealed class SecondOfPairSuite(SectorFixture sector, SharedFixture shared) : VmTests<SectorFixture>(sector)
{
    [VmFact]
    public void Tells_its_VMs() => TestContext.Current.TestOutputHelper!.WriteLine($"collection {Vm.Pid}, assembly {shared.Vm.Pid}.");
}

/// <summary>A class beside them.</summary>
public sealed class SharedSuite(SharedFixture shared) : VmTests<SharedFixture>(shared)
{
    [VmFact]
    public void Tells_its_VM() => TestContext.Current.TestOutputHelper!.WriteLine($"assembly {Vm.Pid}.");
}
